#include "evaluation/corpora.h"
#include "evaluation/kindlabels.h"
#include "evaluation/spans.h"
#include "samples.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

void write(const QString &path, const char *content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// “words@begin [value] …” of every label, to see at once where each stands.
template<typename Label, typename Describe>
QString described(const LabelledText &text, const std::vector<Label> &labels, Describe describe)
{
    QStringList parts;
    for (const Label &label : labels) {
        parts << label.span.in(text.document.text).toString() + u'@' + QString::number(label.span.begin)
                + describe(label);
    }
    return parts.join(QStringLiteral("; "));
}

QString placesOf(const LabelledText &text)
{
    return described(text, *text.places, [](const LabelledPlace &place) {
        return (place.at ? QStringLiteral(" %1/%2").arg(place.at->lon).arg(place.at->lat) : QString())
            + (place.counted ? QString() : QStringLiteral(" demonym"));
    });
}

QString timesOf(const LabelledText &text)
{
    return described(text, *text.times, [](const LabelledTime &time) { return u' ' + time.value; });
}

QString quotesOf(const LabelledText &text)
{
    return described(text, *text.quotes, [](const LabelledQuote &quote) {
        return (quote.direct ? QStringLiteral(" direct ") : QStringLiteral(" indirect ")) + quote.speaker;
    });
}

} // namespace

class TestCorpora : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// The one corpus in a file of that name and content.
    Corpus corpusOf(const QString &name, const char *content)
    {
        const QString path = m_folder.filePath(name);
        write(path, content);
        const Result<Corpora> corpora = corporaAt(path);
        if (!corpora || corpora->corpora.size() != 1) {
            QTest::qFail("not one corpus", __FILE__, __LINE__);
            return {};
        }
        return corpora->corpora.front();
    }

private Q_SLOTS:
    void readsGeoVirusWhoseOffsetsStartAtOne()
    {
        const Corpus corpus = corpusOf(QStringLiteral("g.xml"), samples::geoVirus);
        QCOMPARE(corpus.format, QStringLiteral("GeoVirus"));
        QCOMPARE(corpus.texts.size(), std::size_t{1});
        const LabelledText &text = corpus.texts.front();
        QCOMPARE(text.name, QStringLiteral("Fever"));
        // The face takes two UTF-16 units and one code point.
        QCOMPARE(placesOf(text), QStringLiteral("Mali@13 -4/17.5; Ghana@24 -1/8"));
        QCOMPARE(text.misfits, 1);
        QVERIFY(!text.times && !text.quotes && !text.incidents && !text.kind);
    }

    void readsToponymsWithAndWithoutAPosition()
    {
        const Corpus corpus = corpusOf(QStringLiteral("l.xml"), samples::toponyms);
        QCOMPARE(corpus.format, QStringLiteral("toponyms"));
        QCOMPARE(corpus.texts.front().name, QStringLiteral("7"));
        QCOMPARE(placesOf(corpus.texts.front()),
                 QStringLiteral("Turkish@0 35/39 demonym; Goris@18 46.5/39.5; Iranian@28 53/32 demonym; "
                                "Iran@48 53/32; Memphis St.@56"));
    }

    void readsGeoWebNewsWithoutItsCommonNouns()
    {
        const Corpus corpus = corpusOf(QStringLiteral("w.xml"), samples::geoWebNews);
        QCOMPARE(placesOf(corpus.texts.front()), QStringLiteral("Russian@14 100/60 demonym; Moscow@22 37.5/55.5"));
    }

    void readsWotrPositionsFromGeoJson()
    {
        const Corpus corpus = corpusOf(QStringLiteral("wotr.json"), samples::wotr);
        QCOMPARE(corpus.format, QStringLiteral("WoTR"));
        QCOMPARE(placesOf(corpus.texts.front()), QStringLiteral("Ringgold@3 -85.5/34.5; Ohio@13 -83/40; Y@22"));
    }

    void readsTimesOfTempEvalAndTheirDocumentsDate()
    {
        const Corpus corpus = corpusOf(QStringLiteral("a.tml"), samples::tempEval);
        QCOMPARE(corpus.format, QStringLiteral("TIMEX3"));
        const LabelledText &text = corpus.texts.front();
        QCOMPARE(text.document.text, QStringLiteral("He left Friday for a month."));
        QCOMPARE(timesOf(text), QStringLiteral("Friday@8 2013-03-22; a month@19 P1M"));
        QCOMPARE(isoFromUtc(text.document.published->instant), QStringLiteral("2013-03-22T00:00Z"));
    }

    void readsTimesOfWikiWarsAlsoNested()
    {
        const Corpus corpus = corpusOf(QStringLiteral("k.xml"), samples::wikiWars);
        QCOMPARE(corpus.format, QStringLiteral("TIMEX2"));
        const LabelledText &text = corpus.texts.front();
        QCOMPARE(timesOf(text), QStringLiteral("the last week of October@3 P1W; October@20 1918-10"));
        QCOMPARE(isoFromUtc(text.document.published->instant), QStringLiteral("2009-12-19T17:00Z"));
    }

    void readsPloverWhereTheKindIsPlain()
    {
        const Corpus corpus = corpusOf(QStringLiteral("p.txt"), samples::plover);
        QCOMPARE(corpus.format, QStringLiteral("PLOVER"));
        QCOMPARE(corpus.texts.size(), std::size_t{2});
        QVERIFY(corpus.texts[0].kind->kind == Kind::Riots);
        QVERIFY(corpus.texts[1].kind->kind == Kind::Explosions && !corpus.texts[1].kind->subKind);
    }

    void readsLinesOfTextAndKind()
    {
        const Corpus corpus = corpusOf(QStringLiteral("c.tsv"),
                                       "id\ttext\tlabel\n1\tJets hit the town.\tAIR_STRIKE\r\n"
                                       "2\tThey marched.\tPeaceful protest\n\n");
        QCOMPARE(corpus.format, QStringLiteral("tabbed"));
        QCOMPARE(corpus.texts.size(), std::size_t{2});
        QCOMPARE(corpus.texts[0].name, QStringLiteral("c.tsv:2"));
        QCOMPARE(corpus.texts[0].document.text, QStringLiteral("Jets hit the town."));
        QVERIFY(corpus.texts[0].kind->subKind == SubKind::AirDroneStrike);
        QVERIFY(corpus.texts[1].kind->kind == Kind::Protests);
    }

    void knowsWordsForKinds_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("term");
        QTest::newRow("published term") << QStringLiteral("armed clash") << QStringLiteral("Armed clash");
        QTest::newRow("code") << QStringLiteral("SUIC_BOMB") << QStringLiteral("Suicide bomb");
        QTest::newRow("other spelling") << QStringLiteral("MOB_VIOLENCE") << QStringLiteral("Mob violence");
        QTest::newRow("six kinds") << QStringLiteral("Riots") << QStringLiteral("Riots");
        QTest::newRow("short") << QStringLiteral("SDEV") << QStringLiteral("Strategic developments");
        QTest::newRow("no kind") << QStringLiteral("weather") << QString();
    }
    void knowsWordsForKinds()
    {
        QFETCH(QString, label);
        QFETCH(QString, term);
        const auto kind = kindFromLabel(label);
        QCOMPARE(!kind ? QString() : kind->subKind ? termOf(*kind->subKind) : termOf(kind->kind), term);
    }

    void readsAttributionsOfBratWithTheTextNextDoor()
    {
        QDir folder(m_folder.path());
        QVERIFY(folder.mkpath(QStringLiteral("polnear/text")) && folder.mkpath(QStringLiteral("polnear/attributions")));
        write(folder.filePath(QStringLiteral("polnear/text/a.txt")),
              "\"It is late,\" Ann said. \"It is\nover.\" Bob thinks it rains.");
        write(folder.filePath(QStringLiteral("polnear/attributions/a_5fec.ann")),
              "T1\tContent 0 13;24 30;31 37\t...\nT2\tSource 14 17\tAnn\nT3\tCue 18 22\tsaid\n"
              "E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3\nT4\tContent 49 57\tit rains\n");
        const Result<Corpora> corpora = corporaAt(folder.filePath(QStringLiteral("polnear/attributions/a_5fec.ann")));
        QVERIFY(corpora && corpora->corpora.size() == 1);
        QCOMPARE(corpora->corpora.front().format, QStringLiteral("brat"));
        QCOMPARE(quotesOf(corpora->corpora.front().texts.front()),
                 QStringLiteral("It is late@1 direct Ann; It is\nover@25 direct Ann; it rains@49 indirect "));
    }

    void readsPlacesOfBratWithNotesAsPositions()
    {
        write(m_folder.filePath(QStringLiteral("b.txt")), "Near Salisbury a Russian spy.");
        const Corpus corpus = corpusOf(QStringLiteral("b.ann"),
                                       "T1\tLiteral 5 14\tSalisbury\nT2\tNon_Literal_Modifier 17 24\tRussian\n"
                                       "A1\tModifier_Type T2 Adjective\n#1\tAnnotatorNotes T1\t51.5, -1.75\n"
                                       "T3\tLiteral_Expression 25 28\tspy\n#2\tAnnotatorNotes T2\t2017370\n");
        QCOMPARE(placesOf(corpus.texts.front()), QStringLiteral("Salisbury@5 -1.75/51.5; Russian@17 demonym"));
    }

    void readsReportsOfOurOwn()
    {
        const Result<Corpora> corpora = corporaAt(QStringLiteral(TEST_DATA_DIR "/evaluation/report.json"));
        QVERIFY(corpora && corpora->corpora.size() == 1);
        const LabelledText &text = corpora->corpora.front().texts.front();
        QCOMPARE(text.name, QStringLiteral("report"));
        QVERIFY(text.document.text.startsWith(u("Artillery shelled Goris overnight.\n\n“Goris")));
        QCOMPARE(placesOf(text), QStringLiteral("Goris@18 46.34/39.51; Goris@37 46.34/39.51; Goris@69 46.34/39.51"));
        QCOMPARE(quotesOf(text), QStringLiteral("Goris is burning@37 direct mayor of Goris"));
        QCOMPARE(isoFromUtc(text.times->front().utc->begin), QStringLiteral("2022-09-12T14:00Z"));
        QVERIFY(text.times->front().utc->precision == TimePrecision::PartOfDay);
        QCOMPARE(isoFromUtc(text.document.published->instant), QStringLiteral("2022-09-13T10:00Z"));
        QCOMPARE(text.incidents->size(), std::size_t{1});
        QVERIFY(text.incidents->front().subKind == SubKind::ShellingArtilleryMissile);
        QVERIFY(text.incidents->front().at.has_value());
        QCOMPARE(text.misfits, 1);
    }

    void readsTimesToUtcWithTheZoneOfThePlace()
    {
        const Corpus corpus =
            corpusOf(QStringLiteral("utc.tsv"),
                     "published\tzone\tplace_zone\tsentence\twords\tbegin\tend\tprecision\n"
                     "2023-07-04T12:00\tEurope/London\tEurope/Kyiv\tIt rang at 6.40am in Odesa.\t6.40am"
                     "\t2023-07-04T03:40Z\t2023-07-04T03:41Z\tminute\n");
        QCOMPARE(corpus.format, QStringLiteral("UTC cases"));
        const LabelledText &text = corpus.texts.front();
        QCOMPARE(text.placeZone, QStringLiteral("Europe/Kyiv"));
        QCOMPARE(text.document.published->zone, QStringLiteral("Europe/London"));
        QCOMPARE(timesOf(text), QStringLiteral("6.40am@11 "));
        QCOMPARE(isoFromUtc(text.times->front().utc->end), QStringLiteral("2023-07-04T03:41Z"));
    }

    void findsTheCorporaOfAFolderAndPassesOverTheRest()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("README")), "About this corpus.");
        write(folder.filePath(QStringLiteral("c.tsv")), "They marched.\tPEACE_PROTEST\n");
        write(folder.filePath(QStringLiteral("broken.tml")), "<TimeML><TEXT>It <b>broke</TEXT></TimeML>");
        const Result<Corpora> corpora = corporaAt(folder.path());
        QVERIFY(corpora.has_value());
        QCOMPARE(corpora->corpora.size(), std::size_t{1});
        QCOMPARE(corpora->passedOver.size(), 1);
        QVERIFY(corpora->passedOver.front().endsWith(QStringLiteral("README")));
        QCOMPARE(corpora->refused.size(), std::size_t{1});
        QVERIFY(corpora->refused.front().message.contains(QStringLiteral("broken.tml")));
    }

    void refusesWhatIsNoCorpus_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("malformed");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("prose") << QByteArray("It rained.\nIt rained again.\n") << false;
        QTest::newRow("table without kinds") << QByteArray("a\tb\nc\td\n") << false;
        QTest::newRow("bytes") << QByteArray("\x00\xff\xfe\x01", 4) << false;
        QTest::newRow("cut XML") << QByteArray("<articles><article><text>A</text><location><name>A") << true;
        QTest::newRow("location cut off") << QByteArray("<article><location>") << true;
        QTest::newRow("cut JSON") << QByteArray("{\"paragraphs\": [\"a\"") << true;
        QTest::newRow("no list") << QByteArray("{\"named_entities\": 1, \"char_start\": 2}") << true;
        QTest::newRow("UTC case cut off")
            << QByteArray("published\tzone\tplace_zone\tsentence\twords\tbegin\tend\tprecision\n2023\tUTC\n") << true;
        QTest::newRow("brat without its text") << QByteArray("T1\tContent 0 4\tabcd\n") << true;
    }
    void refusesWhatIsNoCorpus()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, malformed);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Result<Corpora> corpora = corporaAt(path);
        if (malformed) {
            QVERIFY(corpora && corpora->corpora.empty());
            QCOMPARE(corpora->refused.size(), std::size_t{1});
            QVERIFY(corpora->refused.front().message.contains(path));
        } else {
            QVERIFY(!corpora);
            QVERIFY(corpora.error().kind == Error::Kind::Unsupported);
        }
    }

    void refusesWhatIsNotThere()
    {
        const Result<Corpora> corpora = corporaAt(m_folder.filePath(QStringLiteral("nowhere")));
        QVERIFY(!corpora && corpora.error().kind == Error::Kind::NotFound);
    }

    void countsCodePoints()
    {
        const QString text = u("a😀b😀c");
        const CodePoints points(text);
        QCOMPARE(points.span(0, 5), (TextSpan{0, 7}));
        QCOMPARE(points.span(1, 2), (TextSpan{1, 3}));
        QCOMPARE(points.span(2, 3), (TextSpan{3, 4}));
        QCOMPARE(points.span(4, 5), (TextSpan{6, 7}));
        QCOMPARE(points.span(4, 6), TextSpan{});
        QCOMPARE(points.span(-1, 2), TextSpan{});
        QCOMPARE(points.span(3, 3), TextSpan{});
    }
};

QTEST_GUILESS_MAIN(TestCorpora)
#include "tst_corpora.moc"
