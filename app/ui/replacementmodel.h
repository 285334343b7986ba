#pragma once

#include "casefile/captures.h"
#include "domain/replacement.h"
#include "ui/casestore.h"
#include "ui/excerpt.h"
#include "ui/places.h"
#include "ui/replacementtexts.h"
#include "ui/selection.h"
#include "ui/veil.h"

#include <QAbstractListModel>
#include <QUrl>
#include <QtQmlIntegration>

#include <functional>
#include <vector>

namespace dateline
{

/// “Replace by a newer capture”: holds a new text of the open source against the quotes from it, and lets a person
/// decide on those whose words do not simply stand there. Its rows are those, and the lost ones.
class ReplacementModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString measure READ measure NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString counts READ counts NOTIFY changed)
    Q_PROPERTY(QString consequence READ consequence NOTIFY changed)
    Q_PROPERTY(bool stored READ isStored NOTIFY changed)
    Q_PROPERTY(bool hidden READ isHidden NOTIFY changed)
    Q_PROPERTY(int rows READ rows NOTIFY changed)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)
    Q_PROPERTY(bool canReplace READ canReplace NOTIFY openChanged)
    Q_PROPERTY(bool isOlder READ isOlder NOTIFY openChanged)
    Q_PROPERTY(bool canCompare READ canCompare NOTIFY openChanged)
    Q_PROPERTY(QString captureText READ captureText NOTIFY openChanged)

public:
    enum State { Closed, Reading, Ready };
    Q_ENUM(State)
    enum Role { WasRole = Qt::UserRole, IsRole, HowRole, NoteRole, UsesRole, TakenRole, DecidableRole };

    ReplacementModel(CaseStore *store, Places *places, Selection *selection, Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString name() const { return nameOf(m_older.document); }
    [[nodiscard]] QString measure() const; ///< “report.txt, 1,412 characters”.
    [[nodiscard]] QString summary() const; ///< “9 of 12 quotes stand in the new capture”.
    [[nodiscard]] QString counts() const { return countsText(countsOf(m_quotes)); }
    [[nodiscard]] QString consequence() const { return consequenceText(countsOf(m_quotes)); }
    [[nodiscard]] bool isStored() const { return m_newer.id > DocumentId{}; } ///< The newer one is in the case already.
    [[nodiscard]] bool isHidden() const; ///< The words are graphic, and nobody has asked for them.
    [[nodiscard]] int rows() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] bool canConfirm() const;

    // Of the source that is open in the reader.
    [[nodiscard]] bool canReplace() const; ///< It is the newest capture, in a case that can be written.
    [[nodiscard]] bool isOlder() const { return m_open.replacedBy != DocumentId{}; }
    [[nodiscard]] bool canCompare() const; ///< It is an older capture that quotes still stand on.
    [[nodiscard]] QString captureText() const { return dateline::captureText(m_open, m_openQuotes); }

    /// Asks for the file of a newer capture of the open source.
    Q_INVOKABLE void ask();
    /// Holds the text in @p file against the open source.
    Q_INVOKABLE void takeFile(const QUrl &file);
    /// Holds the newer capture that is in the case against what still stands on the open one.
    Q_INVOKABLE void compare();
    Q_INVOKABLE void decide(int row, bool take);
    Q_INVOKABLE void showWords();
    /// Stores it all in one step.
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void openNewer();

Q_SIGNALS:
    void changed();
    void openChanged();
    void fileWanted();

private:
    struct Row
    {
        std::size_t quote; ///< In m_quotes.
        Excerpt was;
        Excerpt is; ///< Empty if it is lost.
        QString uses; ///< Titles of the incidents that rest on it.
    };
    struct Found
    {
        Document newer;
        std::vector<ReplacedQuote> quotes;
        std::vector<Row> rows;
    };

    void start(std::function<Result<Document>()> read);
    void settle(Result<Found> found);
    void readOpen();
    [[nodiscard]] static Found find(const OlderCapture &older, Document newer);
    [[nodiscard]] QString usesOf(const Quote &quote);

    CaseStore *m_store;
    Places *m_places;
    Selection *m_selection;
    Veil *m_veil;
    State m_state = Closed;
    OlderCapture m_older;
    Document m_newer;
    std::vector<ReplacedQuote> m_quotes;
    std::vector<Row> m_rows;
    bool m_graphic = false;
    DocumentSummary m_open;
    int m_openQuotes = 0; ///< Those that stand on it.
    int m_turn = 0; ///< Counts readings, so that one that was cancelled is dropped.
};

} // namespace dateline
