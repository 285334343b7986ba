#pragma once

#include "ui/readingqueue.h"
#include "ui/reviewdesk.h"
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
    Q_PROPERTY(int unread READ unread NOTIFY busyChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString busyText READ busyText NOTIFY busyChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY currentChanged)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY currentChanged)
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT)
    Q_PROPERTY(QString words READ words NOTIFY currentChanged)
    Q_PROPERTY(QStringList otherWords READ otherWords NOTIFY currentChanged)
    Q_PROPERTY(bool hidden READ isHidden NOTIFY currentChanged)
    Q_PROPERTY(QString speaker READ speaker NOTIFY currentChanged)
    Q_PROPERTY(QString when READ when NOTIFY currentChanged)
    Q_PROPERTY(QString whenInput READ whenInput NOTIFY currentChanged)
    Q_PROPERTY(QString whenWritten READ whenWritten NOTIFY currentChanged)
    Q_PROPERTY(QStringList placeNames READ placeNames NOTIFY currentChanged)
    Q_PROPERTY(int place READ place WRITE setPlace NOTIFY currentChanged)
    Q_PROPERTY(QString precision READ precision NOTIFY currentChanged)
    Q_PROPERTY(bool picking READ isPicking WRITE setPicking NOTIFY currentChanged)
    Q_PROPERTY(QString reasons READ reasons NOTIFY currentChanged)
    Q_PROPERTY(bool certain READ isCertain NOTIFY currentChanged)

public:
    enum Role { TitleRole = Qt::UserRole, KindRole, WordsRole, PlaceRole, WhenRole, CertainRole, SourceRole };

    using Row = ReviewDesk::Row;

    ReviewModel(CaseStore *store, Places *places, Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows @p rows instead of what was there, as if they had been read so.
    void setRows(const std::vector<Row> &rows);

    [[nodiscard]] ReadingQueue *reading() { return &m_reading; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int certainCount() const;
    [[nodiscard]] int unread() const { return m_reading.unread(); }
    [[nodiscard]] bool isBusy() const { return m_reading.isBusy(); }
    [[nodiscard]] QString busyText() const; ///< “Reading ‘…’, 2 more wait”.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);

    [[nodiscard]] QString title() const { return shown().incident.title; }
    void setTitle(const QString &title);
    [[nodiscard]] int kind() const { return static_cast<int>(shown().incident.kind); }
    void setKind(int kind);
    [[nodiscard]] QStringList kindNames() const;
    [[nodiscard]] QString words() const; ///< Empty while they are hidden.
    [[nodiscard]] QStringList otherWords() const; ///< Of its further claims, with who says them.
    [[nodiscard]] bool isHidden() const; ///< They are graphic, and nobody has asked to see them.
    [[nodiscard]] QString speaker() const;
    [[nodiscard]] QString when() const;
    [[nodiscard]] QString whenInput() const;
    [[nodiscard]] QString whenWritten() const;
    [[nodiscard]] QStringList placeNames() const;
    [[nodiscard]] int place() const;
    void setPlace(int row);
    [[nodiscard]] QString precision() const;
    [[nodiscard]] bool isPicking() const { return m_picking; } ///< A click on the map says where it was.
    void setPicking(bool picking);
    [[nodiscard]] QString reasons() const { return shown().reasons.join(QLatin1Char('\n')); }
    [[nodiscard]] bool isCertain() const { return shown().certain; }
    [[nodiscard]] bool hides(const Row &row) const;
    /// Takes a corrected time such as “2022-09-13” or “2022-09-13T00:05”, told in the proposal's zone; empty: no time.
    Q_INVOKABLE void correctWhen(const QString &text);
    /// Offers the places that @p name may mean before the others, and takes the likeliest; says so where there is none.
    Q_INVOKABLE void correctPlace(const QString &name);
    Q_INVOKABLE void pick(double longitude, double latitude, double zoom); ///< See pickedPlace().
    void takePlaces(std::vector<PlaceCandidate> found); ///< The first as its place, the rest to choose from.
    Q_INVOKABLE void showWords();
    Q_INVOKABLE void accept();
    Q_INVOKABLE void reject();
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();
    Q_INVOKABLE void stopReading();

    /// Goes to the first proposal of @p document unless one of it is current; once it is read, if it is not yet.
    Q_INVOKABLE void showDocument(qint64 document);

    /// The current proposal, to open the reader at its words; none if nothing waits.
    [[nodiscard]] std::optional<Row> currentRow() const;

    /// Stores @p row as an incident of its own, or with the words of another source for @p known.
    [[nodiscard]] Change accepting(const Row &row, const Incident *known = nullptr) const;

    /// Puts @p row, and @p more behind it, where the current one is; see ReviewDesk::replace().
    void arrange(const Row &row, const std::vector<Row> &more = {});
    void restore(); ///< What was read, instead of the current one as it was arranged.
    [[nodiscard]] bool isArranged() const;

Q_SIGNALS:
    void countChanged();
    void busyChanged();
    void currentChanged();
    void moved(); ///< Another proposal is under review.

private:
    void readAll();
    void offer(DocumentId document, QString currentKey = {});
    [[nodiscard]] QString keyToShow(DocumentId document, const std::vector<Row> &fresh);
    void noteReplaced();
    void update(const Changed &changed);
    void showRows(std::vector<Row> rows, const QString &currentKey);
    void edit(const Proposal &proposal);
    [[nodiscard]] std::set<QString> decidedKeys(DocumentId document) const;
    [[nodiscard]] const Proposal &shown() const;

    CaseStore *m_store;
    Places *m_places;
    Veil *m_veil;
    ReadingQueue m_reading;
    ReviewDesk m_desk;
    std::set<DocumentId> m_replaced; ///< Older captures: they are not offered.
    std::map<DocumentId, QString> m_names; ///< Of all that are read: those of tables' rows are not.
    std::vector<Row> m_rows;
    std::set<DocumentId> m_offered; ///< Once at least.
    DocumentId m_wanted{}; ///< Its first proposal is to be shown when it is read.
    int m_current = -1;
    QString m_keyShown; ///< Of the current one, to tell when it is another.
    bool m_picking = false;
};

} // namespace dateline
