#include "figure/content.h"
#include "figure/pdfpage.h"
#include "figure/publishable.h"
#include "geo/geodesy.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

constexpr LonLat secretPlace{46.33912, 39.51174};

IncidentEvidence incidentAt(int number, const QString &place, LonLat position, const QString &words)
{
    IncidentEvidence row;
    row.incident.id = IncidentId{number};
    row.incident.title = u"Shelling of "_s + place;
    row.incident.kind = Kind::Explosions;
    row.incident.notes = u"Somewhere in "_s + place;
    row.incident.where =
        Where{place, u"Syunik"_s, u"AM"_s, pointGeometry(position), LocationPrecision::Near, 2000, u"in "_s + place};
    Quote quote;
    quote.id = QuoteId{number};
    quote.document = DocumentId{number};
    quote.exact = words;
    quote.speaker = u"A witness in "_s + place;
    row.claims.emplace_back(Claim{ClaimId{number}, row.incident.id, quote.id, Stance::Reports}, quote);
    return row;
}

Document document(int number, const QString &title)
{
    Document document;
    document.id = DocumentId{number};
    document.title = title;
    document.publisher = u"A paper"_s;
    document.address = u"https://example.org/"_s + title.toLower();
    document.textSha256 = sha256Of(title);
    return document;
}

/// One sensitive incident, and one beside it whose words name the same place.
std::vector<IncidentEvidence> rows()
{
    std::vector<IncidentEvidence> rows{
        incidentAt(1, u"Verishen"_s, secretPlace, u"Shells fell on a shelter by the bridge"_s),
        incidentAt(2, u"Sisian"_s, {46.03, 39.49}, u"The road from Sisian to VERISHEN was closed"_s)};
    rows[0].incident.sensitive = true;
    return rows;
}

FigureContent contentOf(const std::vector<IncidentEvidence> &rows)
{
    return figureContent(rows, std::vector{document(1, u"Shelter"_s), document(2, u"Roads"_s)}, nullptr);
}

FigureSpec smallSpec()
{
    FigureSpec spec;
    spec.widthPx = 1200;
    spec.heightPx = 800;
    spec.dpi = 96;
    return spec;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess reader;
    reader.start(program, arguments);
    reader.waitForFinished();
    return reader.readAllStandardOutput();
}

/// All that a file says in words: text chunks of a PNG, the text of an SVG or PDF, KML, JSON.
QString wordsOf(const QString &path)
{
    if (path.endsWith(u".png") || path.endsWith(u".jpg")) {
        const QImage image(path);
        QString words;
        for (const QString &key : image.textKeys())
            words += image.text(key) + u'\n';
        return words;
    }
    if (path.endsWith(u".pdf")) {
        const QByteArray bytes = bytesOf(path);
        return QString::fromUtf8(outputOf(u"pdftotext"_s, {path, u"-"_s})) + QString::fromUtf8(bytes)
            + QString::fromUtf8(sidecarInPdf(bytes).value_or(QByteArray()));
    }
    if (path.endsWith(u".tif"))
        return QString::fromUtf8(outputOf(u"gdalinfo"_s, {u"-mdd"_s, u"all"_s, path}));
    if (path.endsWith(u".kmz")) {
        outputOf(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-e"_s, path, path + u".d"_s});
        // But for outlines, which pass by every latitude and longitude that they surround.
        static const QRegularExpression outline(u"<LinearRing>.*?</LinearRing>"_s);
        return QString::fromUtf8(bytesOf(path + u".d/doc.kml"_s)).remove(outline);
    }
    return QString::fromUtf8(bytesOf(path));
}

/// The numbers in @p words that lie closer to @p value than a hundredth of a degree.
QStringList numbersNear(const QString &words, double value)
{
    static const QRegularExpression number(u"-?\\d+\\.\\d+"_s);
    QStringList close;
    for (const QRegularExpressionMatch &match : number.globalMatch(words)) {
        if (std::abs(match.captured().toDouble() - value) < 0.01)
            close.append(match.captured());
    }
    return close;
}

} // namespace

class TestPublishable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFileGivesTheBlurredPlaceAway_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"png", "svg", "pdf", "jpg", "html", "tif", "kmz"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void noFileGivesTheBlurredPlaceAway()
    {
        QFETCH(const QString, ending);
        for (const bool asSeen : {false, true}) {
            FigureSpec spec = smallSpec();
            if (asSeen) // centred on the place
                spec.box = LonLatBox{secretPlace.lon - 0.7, secretPlace.lat - 0.5, secretPlace.lon + 0.7,
                                     secretPlace.lat + 0.5};
            const QString path = m_folder.filePath(u"blurred."_s + ending);
            const Result<FigureReport> report = writeFigure(path, spec, contentOf(rows()));
            QVERIFY(report);
            QCOMPARE(report->withheld, u"1 place is blurred to 10 km. The words of 2 quotes are left out."_s);
            for (const QString &file : {path, path + u".json"_s}) {
                const QString words = wordsOf(file);
                QVERIFY(!words.isEmpty());
                QVERIFY2(!words.contains(u"Verishen"_s, Qt::CaseInsensitive), qPrintable(file));
                QVERIFY2(!words.contains(u"bridge"_s), qPrintable(file));
                QVERIFY2(!words.contains(u"shelter"_s, Qt::CaseInsensitive), qPrintable(file));
                QCOMPARE(numbersNear(words, secretPlace.lat), QStringList());
                if (!file.endsWith(u".svg")
                    && !file.endsWith(u".html")) // whose pixel positions and picture may hold any number
                    QCOMPARE(numbersNear(words, secretPlace.lon), QStringList());
            }
            const LonLat middle = report->box.centre();
            QVERIFY(distanceMetres(middle, secretPlace) > 1000);
        }
    }

    void saysWhatIsBlurred()
    {
        const QString path = m_folder.filePath(u"said.svg"_s);
        QVERIFY(writeFigure(path, smallSpec(), contentOf(rows())));
        const QString svg = wordsOf(path);
        QVERIFY(svg.contains(u"blurred to 10 km"));
        QVERIFY(svg.contains(u"place blurred"));
        QVERIFY(svg.contains(u"Explosions/Remote violence, Syunik"));
        const QJsonObject sidecar = QJsonDocument::fromJson(bytesOf(path + u".json"_s)).object();
        QCOMPARE(sidecar.value(u"view"_s).toObject().value(u"blurMetres"_s).toDouble(), 10'000.0);
        const QJsonArray incidents = sidecar.value(u"incidents"_s).toArray();
        QCOMPARE(incidents.at(0).toObject().value(u"blurredToMetres"_s).toDouble(), 10'000.0);
        QVERIFY(!incidents.at(1).toObject().contains(u"blurredToMetres"_s));
        QCOMPARE(incidents.at(1).toObject().value(u"words"_s).toArray().at(0).toObject().value(u"hidden"_s).toString(),
                 u"place"_s);
        QVERIFY(sidecar.value(u"sources"_s).toArray().at(0).toObject().value(u"withheld"_s).toBool());
        QCOMPARE(sidecar.value(u"sources"_s).toArray().at(1).toObject().value(u"name"_s).toString(), u"Roads"_s);
    }

    void drawsTheSameForAllPlacesOfACell()
    {
        std::vector<IncidentEvidence> other = rows();
        other[0].incident.where->geometry = pointGeometry({secretPlace.lon + 0.004, secretPlace.lat - 0.004});
        const QString first = m_folder.filePath(u"first.png"_s);
        const QString second = m_folder.filePath(u"second.png"_s);
        QVERIFY(writeFigure(first, smallSpec(), contentOf(rows())));
        QVERIFY(writeFigure(second, smallSpec(), contentOf(other)));
        QCOMPARE(bytesOf(first), bytesOf(second));
        const auto sidecar = [](const QString &path) {
            QJsonObject object = QJsonDocument::fromJson(bytesOf(path + u".json"_s)).object();
            object.remove(u"picture"); // Which tells its file's name.
            return object;
        };
        QCOMPARE(sidecar(first), sidecar(second));
    }

    void showsThePlaceWhereAskedTo()
    {
        FigureSpec spec = smallSpec();
        spec.blurMetres = 0;
        const QString path = m_folder.filePath(u"open.svg"_s);
        const Result<FigureReport> report = writeFigure(path, spec, contentOf(rows()));
        QVERIFY(report);
        QVERIFY(report->withheld.isEmpty());
        QVERIFY(wordsOf(path).contains(u"Verishen"));
    }

    void refusesATitleThatNamesTheBlurredPlace()
    {
        FigureSpec spec = smallSpec();
        spec.title = u"The bombing of Verishen"_s;
        const QString path = m_folder.filePath(u"titled.png"_s);
        const Result<FigureReport> report = writeFigure(path, spec, contentOf(rows()));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::Conflict);
        QVERIFY(!QFile::exists(path));
    }

    void keepsANameThatAnotherIncidentStandsFor()
    {
        std::vector<IncidentEvidence> all = rows();
        all[1].incident.where->place = u"Verishen"_s;
        const Publishable safe = publishable(smallSpec(), contentOf(all));
        QVERIFY(safe.content.words[1].words.contains(u"VERISHEN"));
        QVERIFY(safe.content.words[0].words.isEmpty());
        QCOMPARE(safe.content.incidents[0].incident.where->place, u"Syunik"_s);
    }

    void changesNothingTheSecondTime()
    {
        FigureSpec spec = smallSpec();
        spec.box = LonLatBox{45.5, 39, 47, 40};
        const Publishable once = publishable(spec, contentOf(rows()));
        QVERIFY(!keepsBack(once.spec, once.content));
        const Publishable twice = publishable(once.spec, once.content);
        QCOMPARE(twice.spec, once.spec);
        QCOMPARE(twice.content.incidents.front().incident, once.content.incidents.front().incident);
        QVERIFY(once.spec.box->west <= 45.5 && once.spec.box->east >= 47);
    }

    void leavesAMapElsewhereAsItWasAskedFor()
    {
        FigureSpec spec = smallSpec();
        spec.box = LonLatBox{10, 50, 11, 51};
        QCOMPARE(publishable(spec, contentOf(rows())).spec.box, spec.box);
    }

    void leavesGraphicWordsOutUnlessAskedFor_data()
    {
        QTest::addColumn<bool>("incident");
        QTest::addColumn<bool>("asked");
        QTest::newRow("incident") << true << false;
        QTest::newRow("document") << false << false;
        QTest::newRow("asked for") << true << true;
    }
    void leavesGraphicWordsOutUnlessAskedFor()
    {
        QFETCH(const bool, incident);
        QFETCH(const bool, asked);
        std::vector<IncidentEvidence> all = rows();
        all[0].incident.sensitive = false;
        all[1].incident.graphic = incident;
        if (asked || !incident) // On the map and beside it.
            all[1].incident.where.reset();
        std::vector documents{document(1, u"Shelter"_s), document(2, u"Roads"_s)};
        documents[1].graphic = !incident;
        FigureSpec spec = smallSpec();
        spec.graphicWords = asked;
        const QString path = m_folder.filePath(u"graphic.svg"_s);
        const Result<FigureReport> report = writeFigure(path, spec, figureContent(all, documents, nullptr));
        QVERIFY(report);
        QCOMPARE(wordsOf(path).contains(u"words hidden: graphic"), !asked);
        QCOMPARE(wordsOf(path + u".json"_s).contains(u"was closed"), asked);
        QCOMPARE(report->withheld, asked ? QString() : u"The words of 1 quote are left out."_s);
        QVERIFY(wordsOf(path).contains(u"Shells fell"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestPublishable)
#include "tst_publishable.moc"
