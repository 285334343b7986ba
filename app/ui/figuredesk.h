#pragma once

#include "ui/figuremaker.h"

#include <QAbstractListModel>
#include <QRectF>
#include <QtQmlIntegration>

#include <optional>
#include <variant>
#include <vector>

namespace dateline
{

/// The parts of the page that is previewed, and moving them: a row for each, the map first, then the notes drawn by hand.
///
/// Boxes are in parts of the page's width and height. What is moved snaps to the page's edges and middle, its margins,
/// and the edges and middles of the other parts.
class FigureDesk : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(QVariantList guides READ guides NOTIFY guidesChanged)
    Q_PROPERTY(int count READ count NOTIFY partsChanged)
    Q_PROPERTY(QList<int> selected READ selected NOTIFY selectedChanged)
    Q_PROPERTY(QString selectedText READ selectedText NOTIFY selectedChanged)
    Q_PROPERTY(bool selectedPlaced READ isSelectedPlaced NOTIFY selectedChanged)
    Q_PROPERTY(int selectedNote READ selectedNote NOTIFY selectedChanged)
    Q_PROPERTY(bool selectedCallouts READ areSelectedCallouts NOTIFY selectedChanged)
    Q_PROPERTY(bool arranged READ isArranged NOTIFY partsChanged)

public:
    enum Role { NameRole = Qt::UserRole, BoxRole, PlacedRole, SelectedRole };

    /// The sides of a box that a hand pulls; none: it moves as a whole.
    enum Side { Whole = 0, Left = 1, Top = 2, Right = 4, Bottom = 8 };
    Q_ENUM(Side)

    enum Alignment { AlignLeft, AlignCentre, AlignRight, AlignTop, AlignMiddle, AlignBottom };
    Q_ENUM(Alignment)

    explicit FigureDesk(FigureMaker *maker);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

    /// Where what is dragged has snapped: rectangles without width or height.
    [[nodiscard]] const QVariantList &guides() const { return m_guides; }
    [[nodiscard]] QList<int> selected() const; ///< Rows, ascending.
    [[nodiscard]] QString selectedText() const; ///< The name of the one that is selected, or how many are.
    [[nodiscard]] bool isSelectedPlaced() const; ///< Whether a person has placed any of them.
    [[nodiscard]] bool areSelectedCallouts() const; ///< Whether there is one, and all are callouts.
    [[nodiscard]] int selectedNote() const; ///< The index of the note that is selected alone; −1 for none.
    void selectNoteWhenDrawn(std::size_t note); ///< One that is just added.
    [[nodiscard]] bool isArranged() const; ///< Whether a person has placed anything.

    /// Selects @p row alone, or besides what is selected, or no longer if it is; all are let go for −1.
    Q_INVOKABLE void select(int row, bool besides = false);

    /// Whether a hand at @p at, in parts of the page, takes hold of @p row: a note where it is drawn or closer to it than
    /// @p reach in parts of the page's width, and the other parts anywhere in their boxes.
    Q_INVOKABLE [[nodiscard]] bool holds(int row, QPointF at, double reach) const;

    /// @p box of @p row, whose @p sides (of Side) a hand pulls, where it snaps within @p reach; kept on the page.
    Q_INVOKABLE QRectF snapped(int row, const QRectF &box, int sides, QSizeF reach);

    /// @p row stands in @p box from now on. All selected parts move along with one that moves as a whole.
    Q_INVOKABLE void place(int row, const QRectF &box, int sides);
    Q_INVOKABLE void moveSelected(int rightPx, int downPx); ///< By page pixels.
    Q_INVOKABLE void alignSelected(dateline::FigureDesk::Alignment alignment);
    Q_INVOKABLE void freeSelected(); ///< They stand where they fit again; notes are removed.
    Q_INVOKABLE void noteSelected(); ///< The callouts among them become notes beside the map.
    Q_INVOKABLE void freeAll(); ///< Also the callouts that are notes.

Q_SIGNALS:
    void partsChanged();
    void selectedChanged();
    void guidesChanged();

private:
    struct NoteIndex
    {
        std::size_t index = 0;

        friend bool operator==(NoteIndex, NoteIndex) = default;
    };
    /// A part of the page, the callout of the mark of an incident, or a note.
    using Key = std::variant<FigurePart, IncidentId, NoteIndex>;
    struct Row
    {
        Key key;
        QString name;
        QRectF box;
        bool isSelected = false;
    };

    void follow();
    void set(const FigureSpec &spec);
    void put(FigureSpec &spec, const Row &row, const QRectF &box, bool isResized) const;
    void putCallout(FigureArrangement &arrangement, const PlacedCallout &callout) const;
    [[nodiscard]] const PlacedCallout *placedCallout(IncidentId incident) const;
    [[nodiscard]] bool isPlaced(const Row &row) const;
    [[nodiscard]] std::vector<const Row *> selectedRows() const;
    [[nodiscard]] QSizeF page() const;
    [[nodiscard]] QSizeF painted() const; ///< The size of the page that is previewed.

    FigureMaker *m_maker;
    std::vector<Row> m_rows;
    std::optional<std::size_t> m_awaited; ///< The note to select once it is drawn.
    QVariantList m_guides;
};

} // namespace dateline
