#include "casefile/verifyreport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr qsizetype pageWidth = 100;
constexpr qsizetype nameWidth = 23;
constexpr qsizetype findingIndent = 6;

QString number(std::int64_t value)
{
    return QLocale(QLocale::English).toString(qint64{value});
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : QStringLiteral("?");
}

/// @p text in one line, with nothing in it that moves a terminal's cursor or turns the writing round.
QString harmless(const QString &text)
{
    QString clean = text;
    for (QChar &letter : clean) {
        const QChar::Category category = letter.category();
        if (letter.isSpace() || category == QChar::Other_Control)
            letter = u' ';
        else if (category == QChar::Other_Format)
            letter = QChar::ReplacementCharacter;
    }
    return clean;
}

QString placeOf(const Finding &finding)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("Verification", text); };
    QStringList parts{finding.table.isEmpty() ? translated("the file") : translated("table %1").arg(finding.table)};
    if (finding.row)
        parts.append(translated("row %1").arg(*finding.row));
    if (!finding.column.isEmpty())
        parts.append(translated("column %1").arg(finding.column));
    return parts.join(QStringLiteral(", "));
}

class Page
{
    Q_DECLARE_TR_FUNCTIONS(Verification)

public:
    explicit Page(const Verification &verification)
        : m_v(verification)
    {
    }

    QString text()
    {
        m_lines = {tr("REPORT ON THE CHECK OF A CASE FILE"), QString(pageWidth, u'='), {}};
        tellFile();
        tellRule();
        tellContents();
        tellFindings();
        heading(tr("Verdict"));
        paragraph(verdictText(m_v));
        m_lines.append(QString());
        paragraph(tr("The chain shows that what this file holds agrees with itself. Whoever can write to a case can "
                     "also make a new history for it: compare the SHA-256 of the file, or of the last row of the "
                     "history, with one that was noted at an earlier time."));
        return m_lines.join(u'\n') + u'\n';
    }

private:
    void tellFile()
    {
        item(tr("Case"), m_v.title.isEmpty() ? tr("(without a title)") : m_v.title);
        item(tr("File"), QFileInfo(m_v.path).fileName());
        item(tr("Folder"), QFileInfo(m_v.path).absolutePath());
        item(tr("Size"), tr("%1 bytes").arg(number(m_v.size)));
        item(tr("SHA-256 of the file"),
             m_v.fileSha256.isEmpty() ? tr("could not be read") : QString::fromLatin1(m_v.fileSha256.toHex()));
        if (m_v.logSize > 0) {
            item({},
                 tr("The case was open: %1 bytes of changes lie beside it in “%2-wal”. They were checked, but this "
                    "SHA-256 does not cover them")
                     .arg(number(m_v.logSize), QFileInfo(m_v.path).fileName()));
        }
        item(tr("Checked"), timeText(m_v.checked));
        item(tr("Checked by"), tr("Dateline %1").arg(m_v.programVersion));
        item(tr("Schema of the file"), QString::number(m_v.schema));
    }

    void tellRule()
    {
        heading(tr("What was checked, and by what rule"));
        paragraph(
            tr("Chain: each row of the table “history” holds the SHA-256, in lower-case hexadecimal, of the UTF-8 text "
               "of a JSON array without white space: [sha256 of the row before, or \"\" for the first, id, step, "
               "action, target, time, author, label, table_name, row_id, before, after] and last_row_id where it is "
               "not null. Numbers stand as numbers, null as null, all else as strings, in which only \" and \\ and "
               "what is below U+0020 are escaped: \\\" \\\\ \\b \\f \\n \\r \\t, the others as \\u00 and two "
               "lower-case digits."));
        paragraph(tr("Replay: every row that a person can change is as the history left it. Where a row of the history "
                     "has a last_row_id, it stands for all rows from row_id on that were made at once, and holds the "
                     "SHA-256 of each thousand of them."));
        paragraph(tr("Contents: every text and every original file matches its SHA-256, and the words of every quote "
                     "stand in its document's text at its position, counted in Unicode code points."));
        paragraph(tr("Merges: what was taken over from other histories holds together by the same rule."));
        paragraph(tr("Structure: SQLite's integrity check. Not covered: what the file holds beside these tables, such "
                     "as styles and indexes, and what the case was called before its history began."));
    }

    void tellContents()
    {
        heading(tr("What the case holds"));
        item(tr("History"), tr("%1 steps in %2 rows").arg(number(m_v.steps), number(m_v.historyRows)));
        if (m_v.mergedRows > 0)
            item(tr("Merged histories"), tr("%1 rows").arg(number(m_v.mergedRows)));
        item(tr("SHA-256 of its last row"), m_v.lastSha256.isEmpty() ? tr("(no row yet)") : m_v.lastSha256);
        for (const HistoryAuthor &author : m_v.authors) {
            item(&author == &m_v.authors.front() ? tr("Worked on it") : QString(),
                 tr("%1: %2 steps, %3 to %4")
                     .arg(author.name, number(author.steps), timeText(author.first), timeText(author.last)));
        }
        item(tr("Documents"), number(m_v.documents));
        item(tr("Quotes"),
             tr("%1 exact, %2 moved, %3 changed, %4 lost")
                 .arg(number(m_v.quotesExact), number(m_v.quotesMoved), number(m_v.quotesChanged),
                      number(m_v.quotesLost)));
        item(tr("Incidents"), number(m_v.incidents));
        item(tr("Claims"), number(m_v.claims));
    }

    void tellFindings()
    {
        heading(tr("Findings"));
        if (m_v.findings.empty())
            paragraph(tr("None."));
        for (qsizetype i = 1; const Finding &finding : m_v.findings) {
            const QString indent(findingIndent, u' ');
            const QString name = QString::number(i++).rightJustified(findingIndent - 2) + QStringLiteral(". ");
            wrap(QStringLiteral("[%1] %2").arg(keyOf(finding.kind), placeOf(finding)), name, indent);
            wrap(finding.words + u'.', indent, indent);
        }
        if (m_v.findingsLeftOut > 0)
            paragraph(tr("And %1 more, which are left out here.").arg(number(m_v.findingsLeftOut)));
    }

    void heading(const QString &text) { m_lines.append({QString(), text.toUpper(), QString(pageWidth, u'-')}); }

    void item(const QString &name, const QString &value)
    {
        const QString indent(nameWidth + 2, u' ');
        // A name that is too long for its column has a line of its own.
        const bool fits = name.size() <= nameWidth;
        if (!fits)
            m_lines.append(name);
        wrap(value, fits ? name.leftJustified(nameWidth + 2) : indent, indent);
    }

    void paragraph(const QString &text) { wrap(text, {}, {}); }

    void wrap(const QString &text, const QString &first, const QString &later)
    {
        QString line = first;
        bool isEmpty = true;
        for (const QString &word : harmless(text).split(u' ', Qt::SkipEmptyParts)) {
            if (!isEmpty && line.size() + 1 + word.size() > pageWidth) {
                m_lines.append(line);
                line = later;
                isEmpty = true;
            }
            line += isEmpty ? word : u' ' + word;
            isEmpty = false;
            for (; line.size() > pageWidth; line = later + line.sliced(pageWidth))
                m_lines.append(line.first(pageWidth));
        }
        m_lines.append(line);
    }

    const Verification &m_v;
    QStringList m_lines;
};

QJsonObject jsonOf(const Finding &finding)
{
    return {{QStringLiteral("kind"), keyOf(finding.kind)},
            {QStringLiteral("table"), finding.table},
            {QStringLiteral("row"), finding.row ? QJsonValue(qint64{*finding.row}) : QJsonValue()},
            {QStringLiteral("column"), finding.column},
            {QStringLiteral("words"), finding.words}};
}

QJsonObject jsonOf(const HistoryAuthor &author)
{
    return {{QStringLiteral("name"), author.name},
            {QStringLiteral("steps"), qint64{author.steps}},
            {QStringLiteral("first"), author.first.toString(Qt::ISODateWithMs)},
            {QStringLiteral("last"), author.last.toString(Qt::ISODateWithMs)}};
}

template<typename Range>
QJsonArray arrayOf(const Range &range)
{
    QJsonArray array;
    for (const auto &value : range)
        array.append(jsonOf(value));
    return array;
}

} // namespace

QString verdictText(const Verification &verification)
{
    const std::int64_t count = static_cast<std::int64_t>(verification.findings.size()) + verification.findingsLeftOut;
    if (count == 1)
        return QCoreApplication::translate("Verification", "The case does not hold: 1 thing is not as it should be.");
    if (count > 0) {
        return QCoreApplication::translate("Verification",
                                           "The case does not hold: %1 things are not as they should be.")
            .arg(number(count));
    }
    if (!verification.complete)
        return QCoreApplication::translate("Verification", "The check was stopped before its end.");
    return QCoreApplication::translate("Verification",
                                       "The case holds: its history is whole, and its contents are what the history "
                                       "tells.");
}

QString findingText(const Finding &finding)
{
    return harmless(QStringLiteral("%1: %2").arg(placeOf(finding), finding.words));
}

QString reportText(const Verification &verification)
{
    return Page(verification).text();
}

QJsonObject reportJson(const Verification &verification)
{
    return {{QStringLiteral("format"), QStringLiteral("dateline-verification-1")},
            {QStringLiteral("path"), verification.path},
            {QStringLiteral("title"), verification.title},
            {QStringLiteral("size"), qint64{verification.size}},
            {QStringLiteral("logSize"), qint64{verification.logSize}},
            {QStringLiteral("sha256"), QString::fromLatin1(verification.fileSha256.toHex())},
            {QStringLiteral("checked"), verification.checked.toString(Qt::ISODateWithMs)},
            {QStringLiteral("program"), verification.programVersion},
            {QStringLiteral("schema"), verification.schema},
            {QStringLiteral("steps"), qint64{verification.steps}},
            {QStringLiteral("historyRows"), qint64{verification.historyRows}},
            {QStringLiteral("mergedRows"), qint64{verification.mergedRows}},
            {QStringLiteral("lastSha256"), verification.lastSha256},
            {QStringLiteral("authors"), arrayOf(verification.authors)},
            {QStringLiteral("documents"), qint64{verification.documents}},
            {QStringLiteral("incidents"), qint64{verification.incidents}},
            {QStringLiteral("claims"), qint64{verification.claims}},
            {QStringLiteral("quotes"),
             QJsonObject{{QStringLiteral("exact"), qint64{verification.quotesExact}},
                         {QStringLiteral("moved"), qint64{verification.quotesMoved}},
                         {QStringLiteral("changed"), qint64{verification.quotesChanged}},
                         {QStringLiteral("lost"), qint64{verification.quotesLost}}}},
            {QStringLiteral("findings"), arrayOf(verification.findings)},
            {QStringLiteral("findingsLeftOut"), qint64{verification.findingsLeftOut}},
            {QStringLiteral("complete"), verification.complete},
            {QStringLiteral("holds"), verification.holds()}};
}

} // namespace dateline
