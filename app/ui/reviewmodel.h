#pragma once

#include "ui/readingqueue.h"
#include "ui/veil.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <set>
#include <vector>

namespace dateline
{

/// What the program read out of the case's documents and nobody has decided yet, with the one under review.
class ReviewModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int certainCount READ certainCount NOTIFY countChanged)
    Q_PROPERTY(int unread READ unread NOTIFY countChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY currentChanged)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY currentChanged)
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT)
    Q_PROPERTY(QString words READ words NOTIFY currentChanged)
    Q_PROPERTY(bool hidden READ isHidden NOTIFY currentChanged)
    Q_PROPERTY(QString speaker READ speaker NOTIFY currentChanged)
    Q_PROPERTY(QString when READ when NOTIFY currentChanged)
    Q_PROPERTY(QString whenInput READ whenInput NOTIFY currentChanged)
    Q_PROPERTY(QString whenWritten READ whenWritten NOTIFY currentChanged)
    Q_PROPERTY(QStringList placeNames READ placeNames NOTIFY currentChanged)
    Q_PROPERTY(int place READ place WRITE setPlace NOTIFY currentChanged)
    Q_PROPERTY(QString precision READ precision NOTIFY currentChanged)
    Q_PROPERTY(QString reasons READ reasons NOTIFY currentChanged)
    Q_PROPERTY(bool certain READ isCertain NOTIFY currentChanged)

public:
    enum Role { TitleRole = Qt::UserRole, KindRole, WordsRole, PlaceRole, WhenRole, CertainRole };

    /// A proposal and the document that it was read out of.
    struct Row
    {
        DocumentId document{};
        Proposal proposal;
    };

    ReviewModel(CaseStore *store, Places *places, Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows @p rows instead of what was there.
    void setRows(std::vector<Row> rows);

    /// Reads a document that was not read yet, and offers what it reports.
    void readIfNew(DocumentId id) { m_reading.readIfNew(id); }

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int certainCount() const;
    [[nodiscard]] int unread() const
    {
        return m_reading.unread();
    } ///< Older sources that are read only when they are opened.
    [[nodiscard]] bool isBusy() const { return m_reading.isBusy(); }
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);

    [[nodiscard]] QString title() const { return shown().incident.title; }
    void setTitle(const QString &title);
    [[nodiscard]] int kind() const { return static_cast<int>(shown().incident.kind); }
    void setKind(int kind);
    [[nodiscard]] QStringList kindNames() const;
    [[nodiscard]] QString words() const; ///< Empty while they are hidden.
    [[nodiscard]] bool isHidden() const; ///< They are graphic, and nobody has asked to see them.
    [[nodiscard]] QString speaker() const;
    [[nodiscard]] QString when() const;
    [[nodiscard]] QString whenInput() const;
    [[nodiscard]] QString whenWritten() const;
    [[nodiscard]] QStringList placeNames() const;
    [[nodiscard]] int place() const;
    void setPlace(int row);
    [[nodiscard]] QString precision() const;
    [[nodiscard]] QString reasons() const { return shown().reasons.join(QLatin1Char('\n')); }
    [[nodiscard]] bool isCertain() const { return shown().certain; }

    /// Takes a corrected time such as “2022-09-13” or “2022-09-13T00:05”, told in the proposal's zone; empty: no time.
    Q_INVOKABLE void correctWhen(const QString &text);

    /// Offers the places that @p name may mean before the others, and takes the likeliest; says so where there is none.
    Q_INVOKABLE void correctPlace(const QString &name);

    Q_INVOKABLE void showWords();
    Q_INVOKABLE void accept();
    Q_INVOKABLE void reject();
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();
    Q_INVOKABLE void acceptAllCertain();

    /// The titles that acceptAllCertain would store, a line each.
    Q_INVOKABLE [[nodiscard]] QString certainTitles() const;

    /// Where the current proposal's words stand, to open the reader there.
    [[nodiscard]] std::optional<Row> currentRow() const;

Q_SIGNALS:
    void countChanged();
    void busyChanged();
    void currentChanged();

private:
    void readAll();
    void offer(DocumentId document);
    void noteReplaced();
    void update(const Changed &changed);
    void currentEdited();
    [[nodiscard]] bool hides(const Row &row) const;
    [[nodiscard]] const Proposal &shown() const;
    [[nodiscard]] Proposal *editable();

    CaseStore *m_store;
    Places *m_places;
    Veil *m_veil;
    ReadingQueue m_reading;
    std::set<DocumentId> m_replaced; ///< Older captures: they are not offered.
    std::vector<Row> m_rows;
    int m_current = -1;
};

} // namespace dateline
