#include "places/gazetteer.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QString gazetteerPath()
{
    return QStringLiteral(SHARE_DIR) + u"/gazetteer.sqlite"_s;
}

/// “words → name (kind, country)” of every match, as a test reads best.
QStringList said(const std::vector<PlaceMatch> &matches, QStringView text)
{
    QStringList list;
    for (const PlaceMatch &match : matches) {
        const Place &place = match.candidates.front().place;
        list.append(u"%1 → %2 (%3, %4)"_s.arg(match.span.in(text), place.name, place.kind, place.country));
    }
    return list;
}

double distanceKm(LonLat a, LonLat b)
{
    const double east = (a.lon - b.lon) * 111.2 * std::cos(a.lat * 3.14159265 / 180);
    return std::hypot(east, (a.lat - b.lat) * 111.2);
}

} // namespace

class GazetteerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsPlacesInAText_data();
    void findsPlacesInAText();
    void ranksByTheCountriesOfTheText();
    void saysWhyACandidateWasTaken();
    void knowsEveryNameOfTheFirstReports_data();
    void knowsEveryNameOfTheFirstReports();
    void looksUpBeginnings();
    void looksUpNothingForNothing();
    void placesWhatOnlyTheTextNamesWhereItSays();
    void prefersPlacesInTheAreaOfInterest();
    void givesNagornoKarabakhAsAnArea();
    void givesATownAsNearWithARadius();
    void givesACountryAsItsOutline();
    void refusesAFileThatIsNone();
    void opensAtOnce();
    void readsTwoMegabytesASecond();

private:
    std::optional<Gazetteer> m_gazetteer;
};

void GazetteerTest::initTestCase()
{
    Result<Gazetteer> opened = Gazetteer::open(gazetteerPath());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_gazetteer = std::move(*opened);
}

void GazetteerTest::findsPlacesInAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("a list of towns") << u"in the direction of the cities of Goris, Sotk, and Jermuk, Armenia"_s
                                     << QStringList{u"Goris → Goris (settlement, AM)"_s,
                                                    u"Sotk → Sotk (settlement, AM)"_s,
                                                    u"Jermuk → Jermuk (settlement, AM)"_s,
                                                    u"Armenia → Armenia (country, AM)"_s};
    QTest::newRow("the longest name wins")
        << u"shelled Verin Shorzha"_s << QStringList{u"Verin Shorzha → Verin Shorzha (settlement, AM)"_s};
    QTest::newRow("a hyphen or a space") << u"Nagorno-Karabakh, Nagorno Karabakh"_s
                                         << QStringList{u"Nagorno-Karabakh → Nagorno-Karabakh (region, AZ)"_s,
                                                        u"Nagorno Karabakh → Nagorno-Karabakh (region, AZ)"_s};
    QTest::newRow("a possessive") << u"Armenia’s ministry"_s << QStringList{u"Armenia → Armenia (country, AM)"_s};
    QTest::newRow("over a line break") << u"to Verin\nShorzha"_s
                                       << QStringList{u"Verin\nShorzha → Verin Shorzha (settlement, AM)"_s};
    QTest::newRow("small letters are words") << u"of the nice reading as a bar in van"_s << QStringList();
    QTest::newRow("words that begin sentences")
        << u"Most of it. As before. March was cold. Police came."_s << QStringList();
    QTest::newRow("an English word with “in”")
        << u"He lives in Nice now"_s << QStringList{u"Nice → Nice (settlement, FR)"_s};
    QTest::newRow("an English word without") << u"Nice weather"_s << QStringList();
    QTest::newRow("a given name") << u"Vladimir Putin and Ararat Mirzoyan"_s << QStringList();
    QTest::newRow("capitals only") << u"US troops told us, said Us"_s
                                   << QStringList{u"US → United States (country, US)"_s};
    QTest::newRow("district") << u"in the Lachin district"_s << QStringList{u"Lachin → Lachin (province, AZ)"_s};
    QTest::newRow("a name that goes on is another's")
        << u"The Boston Globe, the University of Calgary and the United States Department of Justice agreed."_s
        << QStringList();
    QTest::newRow("money") << u"It cost US$58 million."_s << QStringList();
    QTest::newRow("a surname after the full name") << u"Pamela Anderson spoke. Later Anderson left."_s << QStringList();
    QTest::newRow("a title before") << u"Senator Houston spoke."_s << QStringList();
    QTest::newRow("initials keep their full stop")
        << u"Officials in the U.S. said so."_s << QStringList{u"U.S. → United States (country, US)"_s};
    QTest::newRow("an abbreviated state")
        << u"He lives in Richmond, Va., now."_s
        << QStringList{u"Richmond → Richmond (settlement, US)"_s, u"Va. → Virginia (province, US)"_s};
    QTest::newRow("the same letters without a town before")
        << u"Ill people and La Traviata; Miss Jones and Col. Brown."_s << QStringList();
    QTest::newRow("what a comma puts where")
        << u"They met in Athens, Georgia."_s
        << QStringList{u"Athens → Athens (settlement, US)"_s, u"Georgia → Georgia (province, US)"_s};
    QTest::newRow("a part of a place") << u"It spread over Northern Europe."_s
                                       << QStringList{u"Northern Europe → Northern Europe (region, )"_s};
    QTest::newRow("unknown, with its kind")
        << u"Police in Zzyn County found the village of Qqyndorf in Kenya."_s
        << QStringList{u"Zzyn County → Zzyn County (province, KE)"_s, u"Qqyndorf → Qqyndorf (settlement, KE)"_s,
                       u"Kenya → Kenya (country, KE)"_s};
    QTest::newRow("unknown, with what it lies in")
        << u"It began in Zzyndorf, Kenya. Zzyndorf is small."_s
        << QStringList{u"Zzyndorf → Zzyndorf (settlement, KE)"_s, u"Kenya → Kenya (country, KE)"_s,
                       u"Zzyndorf → Zzyndorf (settlement, KE)"_s};
    QTest::newRow("unknown, and no place") << u"It began in April. In English, Zzyn, Kenya's minister, said so."_s
                                           << QStringList{u"Kenya → Kenya (country, KE)"_s};
    QTest::newRow("Russian") << u"город Горис, Нагорный Карабах"_s
                             << QStringList{u"Горис → Goris (settlement, AM)"_s,
                                            u"Нагорный Карабах → Nagorno-Karabakh (region, AZ)"_s};
    QTest::newRow("Armenian") << u"Գորիս, Ստեփանակերտ"_s
                              << QStringList{u"Գորիս → Goris (settlement, AM)"_s,
                                             u"Ստեփանակերտ → Stepanakert / Khankendi (settlement, AZ)"_s};
    QTest::newRow("Azerbaijani") << u"Xankəndi, Laçın"_s
                                 << QStringList{u"Xankəndi → Stepanakert / Khankendi (settlement, AZ)"_s,
                                                u"Laçın → Lachin / Berdzor (settlement, AZ)"_s};
}

void GazetteerTest::findsPlacesInAText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(said(m_gazetteer->find(text), text), expected);
}

void GazetteerTest::ranksByTheCountriesOfTheText()
{
    const QString armenian = u"Fighting in Armenia: Vardenis, Goris and Martuni were shelled."_s;
    const std::vector<PlaceMatch> here = m_gazetteer->find(armenian);
    QCOMPARE(here.back().candidates.front().place.country, u"AM"_s);
    const QString karabakh = u"Azerbaijan said Shusha, Hadrut, Askeran and Martuni in Nagorno-Karabakh were quiet."_s;
    const std::vector<PlaceMatch> there = m_gazetteer->find(karabakh);
    QCOMPARE(there.at(4).candidates.front().place.country, u"AZ"_s);
}

void GazetteerTest::saysWhyACandidateWasTaken()
{
    const QString text = u"Jermuk, and Martuni in Armenia"_s;
    const std::vector<PlaceMatch> matches = m_gazetteer->find(text);
    QCOMPARE(matches.size(), 3U);
    QCOMPARE(matches[0].candidates.front().reason, u"the only place of that name"_s);
    QCOMPARE(matches[1].candidates.front().reason, u"in a country that the text names"_s);
    for (const PlaceMatch &match : matches) {
        for (const PlaceMatch::Candidate &candidate : match.candidates) {
            QVERIFY(candidate.score >= 0 && candidate.score <= 1);
            QVERIFY(!candidate.reason.isEmpty());
        }
    }
}

void GazetteerTest::knowsEveryNameOfTheFirstReports_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("country");
    for (const char16_t *town : {u"Goris", u"Sotk", u"Jermuk", u"Vardenis", u"Kapan", u"Sisian", u"Vayk", u"Martuni",
                                 u"Artanish", u"Verin Shorzha", u"Berd"}) {
        const QString name = QString::fromUtf16(town);
        QTest::newRow(qPrintable(name)) << name << u"settlement"_s << u"AM"_s;
    }
    for (const char16_t *town :
         {u"Stepanakert", u"Khankendi", u"Shusha", u"Shushi", u"Lachin", u"Berdzor", u"Martakert", u"Agdara",
          u"Kelbajar", u"Karvachar", u"Jabrayil", u"Zangilan", u"Tovuz"}) {
        const QString name = QString::fromUtf16(town);
        QTest::newRow(qPrintable(name)) << name << u"settlement"_s << u"AZ"_s;
    }
    QTest::newRow("Ishkhanasar") << u"Ishkhanasar"_s << u"mountain"_s << u"AM"_s;
    QTest::newRow("Nagorno-Karabakh") << u"Nagorno-Karabakh"_s << u"region"_s << u"AZ"_s;
}

void GazetteerTest::knowsEveryNameOfTheFirstReports()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(QString, country);
    const std::vector<PlaceMatch::Candidate> found = m_gazetteer->lookUp(name);
    QVERIFY(!found.empty());
    QCOMPARE(found.front().place.kind, kind);
    QCOMPARE(found.front().place.country, country);
}

void GazetteerTest::looksUpBeginnings()
{
    QVERIFY(m_gazetteer->lookUp(u"stepanak").empty());
    const std::vector<PlaceMatch::Candidate> found = m_gazetteer->lookUp(u"stepanak", 5, true);
    QVERIFY(!found.empty());
    QCOMPARE(found.front().place.name, u"Stepanakert / Khankendi"_s);
    QCOMPARE(m_gazetteer->lookUp(u"a", 7, true).size(), 7U);
    QCOMPARE(m_gazetteer->lookUp(u"armenia", 7, true).front().place.kind, u"country"_s);
}

void GazetteerTest::looksUpNothingForNothing()
{
    QVERIFY(m_gazetteer->lookUp(u"", 20, true).empty());
    QVERIFY(m_gazetteer->lookUp(u" – ", 20, true).empty());
    QVERIFY(m_gazetteer->lookUp(u"Goris", 0).empty());
}

void GazetteerTest::placesWhatOnlyTheTextNamesWhereItSays()
{
    const QString text = u"Shelling hit the village of Zzyndorf, Armenia."_s;
    const std::vector<PlaceMatch> matches = m_gazetteer->find(text);
    QCOMPARE(matches.size(), 2U);
    const PlaceMatch::Candidate &found = matches.front().candidates.front();
    QVERIFY2(found.reason.contains(u"not in the gazetteer"), qPrintable(found.reason));
    QVERIFY(found.score < 0.5);
    const Where where = m_gazetteer->whereOf(found.place, false);
    QCOMPARE(where.place, u"Zzyndorf"_s);
    QCOMPARE(where.precision, LocationPrecision::Country);
    QVERIFY(contains(where.geometry, {44.51, 40.18}));
}

void GazetteerTest::prefersPlacesInTheAreaOfInterest()
{
    const QString text = u"Fighting in Tripoli went on."_s;
    const LonLatBox lebanon{35, 33, 37, 35};
    QCOMPARE(m_gazetteer->find(text).front().candidates.front().place.country, u"LY"_s);
    QCOMPARE(m_gazetteer->find(text, lebanon).front().candidates.front().place.country, u"LB"_s);
}

void GazetteerTest::givesNagornoKarabakhAsAnArea()
{
    const Place place = m_gazetteer->lookUp(u"Nagorno-Karabakh").front().place;
    const Where where = m_gazetteer->whereOf(place, true);
    QCOMPARE(where.precision, LocationPrecision::District);
    QCOMPARE(where.geometry.type, Geometry::Type::Polygon);
    QCOMPARE(where.radiusMetres, 0.0);
    QVERIFY(contains(where.geometry, {46.75, 39.82})); // Stepanakert
    QVERIFY(!contains(where.geometry, {46.55, 39.64})); // Lachin lies outside the oblast of 1991
    QVERIFY(!contains(where.geometry, {46.34, 39.51})); // Goris
}

void GazetteerTest::givesATownAsNearWithARadius()
{
    const Place goris = m_gazetteer->lookUp(u"Goris").front().place;
    QVERIFY(distanceKm(goris.position, {46.34168, 39.51111}) < 2); // GeoNames' Goris
    QCOMPARE(goris.province, u"Syunik"_s);
    QCOMPARE(goris.timeZone, u"Asia/Yerevan"_s);
    const Where in = m_gazetteer->whereOf(goris, false);
    const Where towards = m_gazetteer->whereOf(goris, true);
    QCOMPARE(in.precision, LocationPrecision::Near);
    QCOMPARE(in.geometry.type, Geometry::Type::Point);
    QVERIFY(in.radiusMetres >= 1000);
    QVERIFY(towards.radiusMetres >= in.radiusMetres + 1000);
}

void GazetteerTest::givesACountryAsItsOutline()
{
    const Where where = m_gazetteer->whereOf(m_gazetteer->lookUp(u"Armenia").front().place, false);
    QCOMPARE(where.precision, LocationPrecision::Country);
    QVERIFY(contains(where.geometry, {44.51, 40.18}));
    QVERIFY(!contains(where.geometry, {49.87, 40.38}));
}

void GazetteerTest::refusesAFileThatIsNone()
{
    QTemporaryDir folder;
    const Result<Gazetteer> missing = Gazetteer::open(folder.filePath(u"none.sqlite"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    QFile file(folder.filePath(u"text.sqlite"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("no database");
    file.close();
    const Result<Gazetteer> text = Gazetteer::open(file.fileName());
    QVERIFY(!text);
    QCOMPARE(text.error().kind, Error::Kind::Malformed);
}

void GazetteerTest::opensAtOnce()
{
    QElapsedTimer clock;
    clock.start();
    const Result<Gazetteer> opened = Gazetteer::open(gazetteerPath());
    QVERIFY(opened);
    QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));
}

void GazetteerTest::readsTwoMegabytesASecond()
{
    const QString report =
        u"At dawn on Tuesday, Azerbaijan shelled positions near Goris, Sotk and Jermuk, the ministry in "
        "Yerevan said. Moscow and Washington called for calm; Vladimir Putin spoke with both sides. In "
        "Nagorno-Karabakh people fled towards Stepanakert, a reporter wrote from the Lachin corridor.\n\n"_s;
    const QString text = report.repeated(2'000'000 / int(report.size()) + 1);
    QElapsedTimer clock;
    clock.start();
    const std::vector<PlaceMatch> matches = m_gazetteer->find(text);
    const qint64 elapsed = clock.elapsed();
    QVERIFY(matches.size() > 50'000);
    qInfo("%lld characters in %lld ms", static_cast<long long>(text.size()), static_cast<long long>(elapsed));
#ifdef NDEBUG
    QVERIFY2(elapsed < 1000, qPrintable(QString::number(elapsed)));
#endif
}

QTEST_APPLESS_MAIN(GazetteerTest)
#include "tst_gazetteer.moc"
