#include "casefixture.h"
#include "domain/quote.h"

#include <QTest>

using namespace dateline;

class TestDocumentOrigins : public QObject, CaseFixture
{
    Q_OBJECT

private:
    static QString story()
    {
        return QStringLiteral("Shells hit the grain port on the northern bank before dawn, setting two warehouses on "
                              "fire and cutting power to the harbour district. Eleven people were taken to hospital "
                              "after the roof of a canteen came down on the night shift. Loading will stand still for "
                              "at least a week, and three ships have left for the open sea.");
    }
    static QString otherStory()
    {
        return QStringLiteral(
            "From the promenade one could see smoke above the silos this morning. Most of the wounded "
            "are dockers who had sat down to eat. Whose shells they were remains in dispute; people "
            "in the high-rises, whose windows are gone, laugh at the talk of an accident.");
    }
    Document document(const QString &name, const QString &text, int hour)
    {
        Document document;
        document.title = name;
        document.text = text;
        document.bytes = text.toUtf8();
        document.mediaType = QStringLiteral("text/plain");
        document.retrieved = minuteAt("2022-05-04T00:00Z");
        document.published = WrittenTime{minuteAt("2022-05-03T00:00Z") + std::chrono::hours(hour),
                                         TimePrecision::Minute, QStringLiteral("UTC")};
        return stored(document);
    }
    void tie(const Incident &incident, const Document &document, qsizetype begin = 0)
    {
        Quote quote = quoteFrom(document.id, document.text, {begin, begin + 5}).value();
        quote.id = QuoteId{-1};
        apply({quote, Claim{{}, incident.id, quote.id, Stance::Reports}});
    }
    static std::vector<Origin> originsIn(const Case &file) { return originsOf(file.sourced().value()); }
    QString counted(const Incident &incident) const
    {
        const OriginIndex origins(originsIn(*m_case));
        const Support support = m_case->support(incident.id, origins).value();
        const auto supports = m_case->supports(origins).value();
        for (const auto &[id, one] : supports) {
            if (id == incident.id
                && (one.quotes != support.quotes || one.documents != support.documents
                    || one.origins != support.origins))
                return QStringLiteral("support() and supports() differ");
        }
        return QStringLiteral("%1 quotes, %2 documents, %3 origins")
            .arg(support.quotes)
            .arg(support.documents)
            .arg(support.origins);
    }
    QString grouped() const
    {
        QStringList groups;
        const std::vector<Origin> origins = originsIn(*m_case);
        for (const Origin &origin : origins) {
            QStringList ids;
            for (const OriginMember &member : origin.members)
                ids.append(QString::number(numberOf(member.document)));
            groups.append(ids.join(QLatin1Char(' ')));
        }
        return groups.join(QLatin1Char('|'));
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void countsOriginsOfAnIncident()
    {
        const Incident incident = stored(sampleIncident());
        const Incident other = stored(sampleIncident());
        QCOMPARE(counted(incident), QStringLiteral("0 quotes, 0 documents, 0 origins"));
        const Document first = document(QStringLiteral("A"), story(), 1);
        const Document copy = document(QStringLiteral("B"), QStringLiteral("News. ") + story(), 2);
        const Document own = document(QStringLiteral("C"), otherStory(), 3);
        tie(incident, first);
        tie(incident, first, 10);
        tie(incident, copy);
        tie(other, own);
        QCOMPARE(counted(incident), QStringLiteral("3 quotes, 2 documents, 1 origins"));
        tie(incident, own);
        QCOMPARE(counted(incident), QStringLiteral("4 quotes, 3 documents, 2 origins"));
        QCOMPARE(counted(other), QStringLiteral("1 quotes, 1 documents, 1 origins"));
    }

    void countsCapturesAsOneDocument()
    {
        const Incident incident = stored(sampleIncident());
        const Document first = document(QStringLiteral("A"), story(), 1);
        Document newer = document(QStringLiteral("A"), otherStory(), 2);
        newer.replaces = first.id;
        apply({newer});
        tie(incident, first);
        tie(incident, newer);
        QCOMPARE(counted(incident), QStringLiteral("2 quotes, 1 documents, 1 origins"));
    }

    void followsDecisionsAndTheirUndoing()
    {
        document(QStringLiteral("A"), story(), 1);
        Document copy = document(QStringLiteral("B"), story() + QStringLiteral(" More."), 2);
        Document own = document(QStringLiteral("C"), otherStory(), 3);
        QCOMPARE(grouped(), QStringLiteral("1 2|3"));
        copy.origin = copy.id;
        own.origin = DocumentId{1};
        apply({copy, own});
        QCOMPARE(grouped(), QStringLiteral("1 3|2"));
        QVERIFY(m_case->undo());
        QCOMPARE(grouped(), QStringLiteral("1 2|3"));
        QVERIFY(m_case->redo());
        reopen();
        QCOMPARE(grouped(), QStringLiteral("1 3|2"));
        apply({RemoveDocument{DocumentId{1}}});
        QCOMPARE(grouped(), QStringLiteral("2|3"));
    }

    void followsWhatAnotherProcessDoes()
    {
        document(QStringLiteral("A"), story(), 1);
        Document copy = document(QStringLiteral("B"), story() + QStringLiteral(" More."), 2);
        m_case.reset();
        const std::unique_ptr<Case> writer = taken(openCase(m_path));
        const std::unique_ptr<Case> reader = taken(openCase(m_path));
        QCOMPARE(originsIn(*reader).size(), 1U);
        copy.origin = copy.id;
        QVERIFY(writer->apply({QStringLiteral("Test"), {copy}}));
        QVERIFY(reader->follow().value());
        QCOMPARE(originsIn(*reader).size(), 2U);
    }

    void keepsTheFingerprintWithTheText()
    {
        const Document taken = document(QStringLiteral("A"), story(), 1);
        QCOMPARE(sqlite(m_path, "SELECT hex(fingerprint) FROM document_text").trimmed().toLower(),
                 bytesFrom(fingerprintOf(taken.text)).toHex());
    }

    void worksOutAFingerprintThatIsMissingOrDamaged_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("missing") << QByteArray("NULL");
        QTest::newRow("empty") << QByteArray("x''");
        QTest::newRow("foreign") << QByteArray("x'0102030405'");
        QTest::newRow("a text") << QByteArray("'fingerprint'");
        QTest::newRow("a number") << QByteArray("12");
    }
    void worksOutAFingerprintThatIsMissingOrDamaged()
    {
        QFETCH(QByteArray, value);
        document(QStringLiteral("A"), story(), 1);
        document(QStringLiteral("B"), story() + QStringLiteral(" More."), 2);
        m_case.reset();
        QCOMPARE(sqlite(m_path, "UPDATE document_text SET fingerprint = " + value), QByteArray());
        m_case = taken(openCase(m_path));
        QCOMPARE(grouped(), QStringLiteral("1 2"));
    }

    void givesFingerprintsToAnOlderCase()
    {
        const QString path = m_folder->filePath(QStringLiteral("old.gpkg"));
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/cases/schema-1.gpkg"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        const std::unique_ptr<Case> migrated = taken(openCase(path));
        QCOMPARE(originsIn(*migrated).empty(), migrated->documents().value().empty());
        QVERIFY(sqlite(path, "SELECT count(*) FROM document_text").toInt() > 0);
        QCOMPARE(sqlite(path, "SELECT count(*) FROM document_text WHERE fingerprint IS NULL").toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDocumentOrigins)
#include "tst_documentorigins.moc"
