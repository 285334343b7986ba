#include "casedata.h"
#include "casefile/verify.h"
#include "casefile/verifyreport.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto speaker = "The spokesman";

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

Document page()
{
    Document document = sampleDocument();
    document.id = DocumentId{-1};
    document.bytes = "<html><body>the original page</body></html>";
    document.bytesSha256 = sha256Of(document.bytes);
    return document;
}

Quote words(const Document &document)
{
    const qsizetype begin = document.text.indexOf(u"was shelled"_s);
    Quote quote = *quoteFrom(document.id, document.text, {begin, begin + 11}, QString::fromLatin1(speaker));
    quote.id = QuoteId{-1};
    return quote;
}

QStringList placesOf(const Verification &verification)
{
    QStringList places;
    for (const Finding &finding : verification.findings) {
        places.append(u"%1 %2 %3 %4"_s.arg(keyOf(finding.kind), finding.table,
                                           finding.row ? QString::number(*finding.row) : u"-"_s, finding.column));
    }
    return places;
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Step 1 makes document 1, incident 1, quote 1 and claim 1; then come a new title, a figure made and removed, and a
    // step that is taken back and done again.
    void initTestCase()
    {
        qputenv("USER", "anna");
        m_original = m_folder.filePath(u"original.gpkg"_s);
        const std::unique_ptr<Case> made = createCase(m_original, u"A case"_s).value();
        Incident incident = sampleIncident();
        incident.id = IncidentId{-1};
        const Document document = page();
        apply(*made, "Take in the report",
              {document, incident, words(document), Claim{{}, incident.id, QuoteId{-1}, Stance::Reports}});
        incident.id = IncidentId{1};
        incident.title = u"Shelling of a town"_s;
        apply(*made, "Correct the title", {incident});
        FigureSpec figure;
        figure.title = u"A figure"_s;
        figure.id = apply(*made, "Save a figure", {figure}).figures.at(0);
        apply(*made, "Remove the figure", {RemoveFigure{figure.id}});
        qputenv("USER", "boris");
        incident.notes = u"Seen by two"_s;
        apply(*made, "Write a note", {incident});
        QVERIFY(made->undo().has_value());
        QVERIFY(made->redo().has_value());
    }

    void holdsAsItWasMade()
    {
        const Verification verification = verified(m_original);
        QCOMPARE(placesOf(verification), QStringList());
        QVERIFY(verification.holds());
        QCOMPARE(verification.title, u"A case");
        QCOMPARE(verification.steps, 7);
        QCOMPARE(verification.historyRows, 10);
        QCOMPARE(verification.documents, 1);
        QCOMPARE(verification.incidents, 1);
        QCOMPARE(verification.claims, 1);
        QCOMPARE(verification.quotesExact, 1);
        QCOMPARE(verification.logSize, 0);
        QCOMPARE(verification.fileSha256, sha256Of(bytesOf(m_original)));
        QCOMPARE(verification.size, bytesOf(m_original).size());
        QCOMPARE(verification.authors.size(), 2U);
        QCOMPARE(verification.authors[0].name, u"anna");
        QCOMPARE(verification.authors[0].steps, 4);
        QCOMPARE(verification.authors[1].name, u"boris");
        QVERIFY(verification.authors[1].first >= verification.authors[0].last);
        QCOMPARE(verification.lastSha256.size(), 64);
    }

    // One byte of the file is changed, where these bytes stand: the words are part of what names the place.
    void namesATamperedByte_data()
    {
        QTest::addColumn<QByteArray>("around");
        QTest::addColumn<int>("at");
        QTest::addColumn<QStringList>("places");
        const Document document = page();
        const Quote quote = words(document);
        const auto row = [](const char *name, const QByteArray &around, int at, QStringList places) {
            QTest::newRow(name) << around << at << places;
        };
        row("a document's text", document.text.toUtf8(), 3, {u"content document_text 1 text"_s});
        row("a quoted word in a document's text", document.text.toUtf8(),
            static_cast<int>(document.text.toUtf8().indexOf("shelled")),
            {u"content document_text 1 text"_s, u"quote quote 1 exact"_s});
        row("a document's original file", document.bytes, 8, {u"content document_bytes 1 bytes"_s});
        row("an incident's title", "Shelling of a townExplosions/Remote violence", 2, {u"replay incident 1 title"_s});
        row("an incident's notes", "[\"artillery\",\"2022\"]Seen by two", 21, {u"replay incident 1 notes"_s});
        row("a quote's words", quote.exact.toUtf8() + quote.prefix.toUtf8(), 1,
            {u"replay quote 1 exact"_s, u"quote quote 1 exact"_s});
        row("a quote's speaker", quote.suffix.toUtf8() + speaker, static_cast<int>(quote.suffix.toUtf8().size()) + 4,
            {u"replay quote 1 speaker"_s});
        row("a claim's stance", "reports", 0, {u"replay claim 1 stance"_s});
        row("a label of the history", "Correct the title", 0, {u"chain history 5 "_s});
        row("an action of the history", "undo", 0, {u"chain history 9 action"_s});
        row("an author of the history", "borisWrite a note", 0, {u"chain history 10 author"_s});
    }
    void namesATamperedByte()
    {
        QFETCH(QByteArray, around);
        QFETCH(int, at);
        QFETCH(QStringList, places);
        QByteArray bytes = bytesOf(m_original);
        qsizetype where = -1;
        // “reports” and “undo” stand in other words too; a cell of the claim ends with it, as one of the history begins.
        for (qsizetype found = bytes.indexOf(around); found >= 0; found = bytes.indexOf(around, found + 1)) {
            if (where < 0 || QTest::currentDataTag() != "a claim's stance"_ba)
                where = found;
        }
        QVERIFY2(where >= 0, "these bytes are not in the file");
        bytes[where + at] = static_cast<char>(bytes[where + at] ^ 1);
        const QString path = m_folder.filePath(u"tampered.gpkg"_s);
        write(path, bytes);
        const Verification verification = verified(path);
        QCOMPARE(placesOf(verification), places);
        QVERIFY(!verification.holds());
        QCOMPARE(bytesOf(path), bytes);
    }

    void namesWhatAnotherProgramDid_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("places");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *sql, QStringList places, const char *words) {
            QTest::newRow(name) << QString::fromUtf8(sql) << places << QString::fromUtf8(words);
        };
        row("a changed place",
            "UPDATE incident SET geom = x'47500001E61000000101000000000000000000F03F000000000000F03F'",
            {u"replay incident 1 geom"_s}, "geom was “4750");
        row("two changed columns", "UPDATE incident SET country = 'AZ', credibility = 6",
            {u"replay incident 1 country, credibility"_s}, "country was “AM” and is “AZ”; credibility was 3 and is 6");
        row("an added row", "INSERT INTO figure(id, title, spec) VALUES(9, 'x', '{}')", {u"replay figure 9 "_s},
            "figure 9 is not in the history: another program added it");
        row("a removed row", "DELETE FROM claim", {u"replay claim 1 "_s}, "row 4 of the history put it there");
        row("a row brought back", "INSERT INTO figure(id, title, spec) VALUES(1, 'x', '{}')", {u"replay figure 1 "_s},
            "row 7 of the history removed it");
        row("a lost text", "DELETE FROM document_text", {u"content document 1 text_sha256"_s, u"quote quote 1 exact"_s},
            "its text is not in the case");
        row("a lost file", "DELETE FROM document_bytes", {u"content document 1 bytes_sha256"_s}, "original file");
        row("a moved quote", "UPDATE quote SET begin_position = 2, end_position = 13",
            {u"replay quote 1 begin_position, end_position"_s, u"quote quote 1 begin_position"_s}, "elsewhere");
        row("a missing row", "DELETE FROM history WHERE id = 6", {u"chain history 6 "_s, u"replay figure 1 "_s},
            "Row 6 is missing: row 7 continues from a row that is not there");
        row("missing rows", "DELETE FROM history WHERE id IN (6, 7)", {u"chain history 6 "_s},
            "Rows 6 to 7 are missing: row 8 continues");
        row("the end cut off", "DELETE FROM history WHERE id > 9",
            {u"chain history 10 "_s, u"replay incident 1 notes"_s}, "ends at row 9 now");
        row("a renumbered row", "UPDATE history SET id = 99 WHERE id = 10", {u"chain history 10 "_s},
            "Rows 10 to 98 are missing");
        row("rows in another order",
            "UPDATE history SET id = 99 WHERE id = 2; UPDATE history SET id = 2 WHERE id = 3; "
            "UPDATE history SET id = 3 WHERE id = 99",
            {u"chain history 2 "_s, u"chain history 3 "_s, u"chain history 4 "_s}, "changed, moved or replaced");
        row("another hash", "UPDATE history SET sha256 = '00' || substr(sha256, 3) WHERE id = 5",
            {u"chain history 5 sha256"_s}, "its SHA-256 was changed");
        row("another label", "UPDATE history SET label = 'Something else' WHERE id = 2", {u"chain history 2 label"_s},
            "it was “Take in the report”");
        row("another time", "UPDATE history SET time = '2020-01-01T00:00:00.000Z' WHERE id = 3",
            {u"chain history 3 time"_s}, "2020-01-01T00:00:00.000Z");
        row("another past", "UPDATE history SET before = replace(before, 'Goris', 'Sotk') WHERE id = 5",
            {u"chain history 5 before"_s, u"replay incident 1 place_as_written, place_name"_s},
            "place_name was “Goris” and is “Sotk”");
        row("another outcome", "UPDATE history SET after = replace(after, 'Syunik', 'Syunyk') WHERE id = 10",
            {u"chain history 10 after"_s, u"replay incident 1 province"_s}, "province was “Syunik” and is “Syunyk”");
        row("a row with its own hash made anew",
            "UPDATE history SET label = 'x', sha256 = hex(randomblob(32)) WHERE id = 4",
            {u"chain history 4 "_s, u"chain history 5 "_s}, "Row 4 (step 1, ");
    }
    void namesWhatAnotherProgramDid()
    {
        QFETCH(QString, sql);
        QFETCH(QStringList, places);
        QFETCH(QString, words);
        const QString path = edited(sql);
        const Verification verification = verified(path);
        QCOMPARE(placesOf(verification), places);
        const auto says = [&](const Finding &finding) { return finding.words.contains(words); };
        QVERIFY2(std::ranges::any_of(verification.findings, says), qPrintable(verification.findings.at(0).words));
    }

    void seesAChangeBetweenTwoStepsOfTheHistory()
    {
        const QString path = edited(u"UPDATE incident SET province = 'Vayots Dzor'"_s);
        {
            const std::unique_ptr<Case> opened = openCase(path).value();
            Incident incident = opened->incident(IncidentId{1}).value();
            incident.title = u"A third title"_s;
            apply(*opened, "Once more", {incident});
        }
        const Verification verification = verified(path);
        QCOMPARE(placesOf(verification), QStringList{u"replay incident 1 province"_s});
        QVERIFY(verification.findings[0].words.contains(u"before row 11 of the history"));
    }

    void checksACaseThatIsOpen()
    {
        const QString path = edited({});
        const std::unique_ptr<Case> opened = openCase(path).value();
        apply(*opened, "Another incident", {sampleIncident()});
        const Verification verification = verified(path);
        QCOMPARE(placesOf(verification), QStringList());
        QCOMPARE(verification.incidents, 2);
        QVERIFY(verification.logSize > 0);
        // The open case still holds its locks and works on.
        apply(*opened, "And another", {sampleIncident()});
        QCOMPARE(verified(path).incidents, 3);
    }

    void checksAnOlderSchemaAndLeavesItAsItIs()
    {
        const QString path = m_folder.filePath(u"old.gpkg"_s);
        const QByteArray bytes = bytesOf(QStringLiteral(TEST_DATA_DIR "/cases/schema-1.gpkg"));
        write(path, bytes);
        const Verification verification = verified(path);
        QCOMPARE(placesOf(verification), QStringList());
        QCOMPARE(verification.schema, 1);
        QVERIFY(verification.steps > 0);
        QCOMPARE(bytesOf(path), bytes);
        // And once more when it has been migrated: its history is of before.
        QVERIFY(openCase(path).has_value());
        QCOMPARE(placesOf(verified(path)), QStringList());
    }

    void checksMoreThanItCanRead()
    {
        // The first page of a table that is not the history.
        QByteArray bytes = bytesOf(m_original);
        const qsizetype at = bytes.indexOf("Shelling of a townExplosions") / 4096 * 4096;
        bytes.replace(at, 64, QByteArray(64, '\x55'));
        const QString path = m_folder.filePath(u"damaged.gpkg"_s);
        write(path, bytes);
        const Verification verification = verified(path);
        QVERIFY(!verification.holds());
        QVERIFY(placesOf(verification).contains(u"damage incident - "));
        QCOMPARE(verification.historyRows, 10);
        QCOMPARE(verification.quotesExact, 1);
    }

    void survivesFlippedBits()
    {
        const QByteArray good = bytesOf(m_original);
        const QString path = m_folder.filePath(u"flipped.gpkg"_s);
        std::uint64_t random = 7;
        for (int i = 0; i < 150; ++i) {
            QByteArray bytes = good;
            random = random * 6364136223846793005U + 1442695040888963407U;
            const auto at = static_cast<qsizetype>((random >> 20U) % static_cast<std::uint64_t>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << ((random >> 10U) & 7U)));
            write(path, bytes);
            const Result<Verification> verification = verifyCase(path);
            QVERIFY(verification || !verification.error().message.isEmpty());
        }
    }

    void refusesWhatIsNoCase()
    {
        QCOMPARE(verifyCase(m_folder.filePath(u"none.gpkg"_s)).error().kind, Error::Kind::NotFound);
        const QString path = m_folder.filePath(u"text.gpkg"_s);
        write(path, "Shelling was reported near Goris.\n");
        QCOMPARE(verifyCase(path).error().kind, Error::Kind::Malformed);
        write(path, bytesOf(m_original).first(5000));
        QCOMPARE(verifyCase(path).error().kind, Error::Kind::Malformed);
    }

    void stopsWhenItIsAskedTo()
    {
        std::stop_source stop;
        stop.request_stop();
        const Verification verification = verifyCase(m_original, stop.get_token()).value();
        QVERIFY(!verification.complete);
        QVERIFY(!verification.holds());
    }

    void reportsInLinesThatFitAPage()
    {
        const QString path = edited(
            u"UPDATE incident SET title = 'A \x1b[31mred\x1b[0m title \u202E that goes on and on without an end, '"
            " || hex(zeroblob(90)); UPDATE case_info SET title = 'Сентябрь' || char(10) || '2022'"_s);
        const Verification verification = verified(path);
        const QString report = reportText(verification);
        for (const QString &line : report.split(u'\n')) {
            QVERIFY2(line.size() <= 100, qPrintable(line));
            for (const QChar letter : line)
                QVERIFY2(letter.isPrint(), qPrintable(line));
        }
        for (const QString &text :
             {u"tampered"_s, QString::fromLatin1(verification.fileSha256.toHex()), verification.lastSha256,
              u"Сентябрь 2022"_s, u"anna: 4 steps"_s, u"1 exact, 0 moved, 0 changed, 0 lost"_s,
              u"[replay] table incident, row 1, column title"_s, u"does not hold: 1 thing"_s})
            QVERIFY2(report.contains(text), qPrintable(text + u'\n' + report));
        const QJsonObject json = reportJson(verification);
        QCOMPARE(json[u"holds"], false);
        QCOMPARE(json[u"findings"].toArray().at(0)[u"column"].toString(), u"title");
        QVERIFY(reportText(verified(m_original)).contains(u"The case holds"));
    }

private:
    static Changed apply(Case &to, const char *label, std::vector<Edit> edits)
    {
        const Result<Changed> changed = to.apply({QString::fromUtf8(label), std::move(edits)});
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        return *changed;
    }
    static Verification verified(const QString &path)
    {
        Result<Verification> verification = verifyCase(path);
        if (!verification)
            qFatal("%s", qPrintable(verification.error().message));
        return std::move(*verification);
    }
    /// A copy of the case that another program has changed.
    QString edited(const QString &sql) const
    {
        const QString path = m_folder.filePath(u"tampered.gpkg"_s);
        write(path, bytesOf(m_original));
        QProcess process;
        // Whoever tampers need not keep up a spatial index.
        process.start(u"sqlite3"_s, {u"-cmd"_s, u".dbconfig enable_trigger off"_s, path, sql});
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("sqlite3: %s", process.readAllStandardError().constData());
        return path;
    }

    QTemporaryDir m_folder;
    QString m_original;
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
