#include "casefile/verify.h"

#include "casefile/asitis.h"
#include "casefile/verificationtext.h"
#include "casefile/verifyparts.h"

#include <QFileInfo>

#include <string>
#include <utility>

namespace dateline
{

namespace
{

std::int64_t countOf(Database &database, const char *sql)
{
    Statement row = database.query(sql);
    const std::int64_t count = row.next() ? row.integer(0) : 0;
    static_cast<void>(database.takeFailure()); // Whoever reads the table itself tells.
    return count;
}

void checkStructure(const Check &check)
{
    {
        Statement row = check.database.query("PRAGMA integrity_check(" + std::to_string(mostFindings) + ")");
        while (!check.stop.stop_requested() && row.next()) {
            if (const QString line = row.text(0); line != QLatin1StringView("ok"))
                check.findings.add(
                    {Finding::Kind::Damage, {}, std::nullopt, {}, VerificationText::tr("SQLite finds: %1").arg(line)});
        }
    }
    check.findings.addFailureOf(check.database, {});
}

void tellCounts(Database &database, Verification &verification)
{
    verification.documents = countOf(database, "SELECT count(*) FROM document");
    verification.incidents = countOf(database, "SELECT count(*) FROM incident");
    verification.claims = countOf(database, "SELECT count(*) FROM claim");
    for (const char *sql :
         {"SELECT title FROM case_info WHERE id = 1", "SELECT value FROM dateline_meta WHERE key = 'title'"}) {
        if (verification.title.isEmpty()) {
            Statement row = database.query(sql);
            verification.title = row.next() ? row.text(0) : QString();
        }
        static_cast<void>(database.takeFailure());
    }
}

} // namespace

QString keyOf(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Damage: return QStringLiteral("damage");
    case Finding::Kind::Chain: return QStringLiteral("chain");
    case Finding::Kind::Replay: return QStringLiteral("replay");
    case Finding::Kind::Content: return QStringLiteral("content");
    case Finding::Kind::Quote: return QStringLiteral("quote");
    case Finding::Kind::Merge: return QStringLiteral("merge");
    }
    Q_UNREACHABLE_RETURN({});
}

void Findings::add(Finding finding)
{
    std::size_t &count = m_counts.at(static_cast<std::size_t>(finding.kind));
    if (count < mostFindings) {
        ++count;
        m_verification.findings.push_back(std::move(finding));
    } else {
        ++m_verification.findingsLeftOut;
    }
}

bool Findings::addFailureOf(Database &database, const QString &table)
{
    const std::optional<Error> error = database.takeFailure();
    if (error)
        add({Finding::Kind::Damage, table, std::nullopt, {}, error->message});
    return error.has_value();
}

Result<Verification> verifyCase(const QString &path, const std::stop_token &stop)
{
    Result<FileAsItIs> opened = openAsItIs(path);
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    Database &database = *opened->database;
    const QFileInfo info(path);
    Verification verification;
    verification.path = path;
    verification.schema = opened->schema;
    verification.programVersion = QStringLiteral(DATELINE_VERSION);
    verification.checked = QDateTime::currentDateTimeUtc();
    Findings findings(verification);
    const Check check{database, verification, findings, stop};

    // One view of the case, whoever writes to it meanwhile.
    database.run("BEGIN");
    tellCounts(database, verification);
    verification.size = info.size();
    verification.logSize = QFileInfo(info.canonicalFilePath() + QLatin1String("-wal")).size();
    verification.fileSha256 = database.fileSha256();
    checkStructure(check);
    EventsByTable events = checkChain(check);
    checkMergedChains(check);
    checkReplay(check, std::move(events));
    checkContents(check);
    checkQuotes(check);
    database.run("ROLLBACK");
    static_cast<void>(database.takeFailure());
    verification.complete = !stop.stop_requested();
    return verification;
}

} // namespace dateline
