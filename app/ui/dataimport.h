#pragma once

#include "tables/importtable.h"
#include "ui/mappingdesk.h"
#include "ui/rowcounter.h"

#include <QTemporaryDir>
#include <QUrl>
#include <QtQmlIntegration>

#include <atomic>
#include <memory>
#include <thread>

namespace dateline
{

/// “Import data”: a table, a spreadsheet or a map of incidents, looked at first, then brought in while the window goes on.
class DataImport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(dateline::MappingDesk *mapping READ mapping CONSTANT)
    Q_PROPERTY(dateline::RowCounter *counter READ counter CONSTANT)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool canImport READ canImport NOTIFY changed)
    Q_PROPERTY(bool isMapped READ isMapped NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString found READ found NOTIFY changed)
    Q_PROPERTY(QString rows READ rows NOTIFY changed)
    Q_PROPERTY(QString terms READ terms NOTIFY changed)
    Q_PROPERTY(bool withSources READ hasSources WRITE setWithSources NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString failures READ failures NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(bool hasOthers READ hasOthers NOTIFY changed)

public:
    enum State {
        Closed,
        Looking, ///< A worker reads the first rows.
        Ready, ///< found and rows tell what would come in.
        Mapping, ///< Of no known layout: mapping says what its columns are.
        Running,
        Done, ///< summary and failures tell what came of it.
        Failed ///< problem tells why nothing did.
    };
    Q_ENUM(State)

    explicit DataImport(CaseStore *store, QObject *parent = nullptr);
    ~DataImport() override;

    /// Whether a file called @p name holds data rather than words, told by its ending.
    [[nodiscard]] static bool isData(const QString &name);

    [[nodiscard]] MappingDesk *mapping() { return &m_desk; }
    [[nodiscard]] RowCounter *counter() { return &m_counter; } ///< While it is Ready or Mapping.
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool canImport() const;
    [[nodiscard]] bool isMapped() const; ///< A saved mapping tells what comes in, which mapAnew() changes.
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString found() const; ///< Which data sets its tables are of, a line each.
    [[nodiscard]] QString rows() const; ///< The first rows as they would come in, a line each.
    [[nodiscard]] QString terms() const; ///< On what terms the data may be passed on; empty if they say nothing.
    [[nodiscard]] bool hasSources() const { return m_withSources; } ///< Words become sources that incidents quote.
    void setWithSources(bool withSources);
    [[nodiscard]] double progress() const; ///< 0…1; −1 where only rows can be counted.
    [[nodiscard]] QString summary() const; ///< How far it is, or what came of it.
    [[nodiscard]] QString failures() const; ///< The first rows that did not come in, and why, a line each.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Whether the case has rows of its data set already, which a newer download can be compared with.
    [[nodiscard]] bool isKnown() const { return m_known; }
    /// Whether tables of the file are left that mapOthers() can bring in.
    [[nodiscard]] bool hasOthers() const { return !m_others.isEmpty(); }

    /// Asks for a file, if a case is open that can be changed.
    Q_INVOKABLE void ask();
    /// Looks at @p file in a worker.
    Q_INVOKABLE void take(const QUrl &file);
    /// Goes from Ready to Mapping.
    Q_INVOKABLE void mapAnew();
    /// Goes from Done to Mapping, for the tables that did not come in.
    Q_INVOKABLE void mapOthers();
    /// Brings it in.
    Q_INVOKABLE void confirm();
    /// Ends the import that runs: nothing of the table that it is at comes in.
    Q_INVOKABLE void stop();
    Q_INVOKABLE void close();
    /// Shows the file over the map instead.
    Q_INVOKABLE void showAsLayer();
    /// Asks for a comparison with what the case has of it, in place of this.
    Q_INVOKABLE void compare();
    /// Copies the rows that did not come in, with the reasons, to @p file, to be corrected and brought in again.
    Q_INVOKABLE void saveFailures(const QUrl &file);

Q_SIGNALS:
    void changed();
    void fileWanted();
    void layerWanted(const QUrl &file);
    void imported(const QString &sentence); ///< All of it came in.
    void comparisonWanted(const QUrl &file);

private:
    struct Work;
    struct Look;
    void look(bool mapped);
    void settleLook(Look look);
    [[nodiscard]] ImportOptions options() const;
    void count();
    void settle(const std::shared_ptr<Work> &work);
    [[nodiscard]] QString countsText() const;

    CaseStore *m_store;
    State m_state = Closed;
    QString m_path;
    QString m_problem;
    bool m_withSources = true;
    bool m_known = false;
    QStringList m_came; ///< The tables of the file that came in.
    QStringList m_others; ///< Those that did not, being of no known layout; when it is Done.
    std::vector<TablePreview> m_previews;
    MappingDesk m_desk;
    RowCounter m_counter;
    FileImport m_done;
    ImportProgress m_progress;
    QTemporaryDir m_folder; ///< Of the rows that failed.
    std::shared_ptr<Work> m_work; ///< That goes on; null while none does.
    int m_run = 0; ///< What an earlier look finds is not wanted any more.
    std::jthread m_looker; ///< The last member: it ends before the others go.
};

} // namespace dateline
