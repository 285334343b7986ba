#include "domain/figurespecjson.h"
#include "figure/atlas.h"
#include "someincidents.h"

#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace
{

bool goOn(std::size_t /*done*/, std::size_t /*all*/)
{
    return true;
}

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

FigureSpec smallPage()
{
    FigureSpec spec;
    spec.widthPx = 800;
    spec.heightPx = 500;
    spec.dpi = 72;
    return spec;
}

} // namespace

class TestAtlas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsEveryIncidentOnOnePage_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("names");
        // Every 17 minutes from 13 September 2022, 00:22 local time, on: the 84th is the first of the day after.
        QTest::newRow("by day") << u"day"_s << QStringList{u"13 September 2022"_s, u"14 September 2022"_s};
        QTest::newRow("by week") << u"week"_s << QStringList{u"12–18 September 2022"_s};
        QTest::newRow("by province") << u"province"_s
                                     << QStringList{u"Province 0"_s, u"Province 1"_s, u"Province 2"_s, u"Province 3"_s};
        QTest::newRow("by kind") << u"kind"_s << QStringList();
        QTest::newRow("by incident") << u"incident"_s << QStringList();
    }
    void putsEveryIncidentOnOnePage()
    {
        QFETCH(const QString, key);
        QFETCH(const QStringList, names);
        const FigureContent content = someContent(100, 1, false);
        const std::optional<GroupBy> by = groupByFromKey(key);
        QVERIFY(by);
        const std::vector<FigureGroup> groups = groupsOf(content, {}, *by);
        std::set<IncidentId> known;
        QStringList found;
        for (const FigureGroup &group : groups) {
            found.append(group.name);
            for (const IncidentId id : group.incidents)
                QVERIFY(known.insert(id).second);
        }
        QCOMPARE(known.size(), 100);
        if (!names.isEmpty())
            QCOMPARE(found, names);
        QCOMPARE(groups.size(), key == u"incident" ? 100 : key == u"kind" ? kindCount : names.size());
    }

    void putsWhatIsNotKnownLast()
    {
        FigureContent content = someContent(3, 1, false);
        content.incidents[0].incident.when.reset();
        content.incidents[1].incident.where.reset();
        QCOMPARE(groupsOf(content, {}, GroupBy::Day).back().name, u"No time stated"_s);
        QCOMPARE(groupsOf(content, {}, GroupBy::Province).back().name, u"No province stated"_s);
    }

    void writesNumberedFiles()
    {
        const QString path = m_folder.filePath(u"map.png"_s);
        FigureSpec spec = smallPage();
        spec.title = u"Fighting"_s;
        std::vector<std::size_t> told;
        const Result<QStringList> files =
            writeAtlas(path, spec, someContent(12, 1, false), AtlasPlan{.by = GroupBy::Province},
                       [&](std::size_t done, std::size_t all) {
                           told.push_back(done);
                           return all == 4;
                       });
        QVERIFY(files);
        QCOMPARE(files->size(), 4);
        QCOMPARE(told, (std::vector<std::size_t>{1, 2, 3, 4}));
        QCOMPARE(files->front(), m_folder.filePath(u"map-001.png"_s));
        QCOMPARE(QImage(files->at(1)).text(u"Title"_s), u"Fighting: Province 1"_s);
        const QJsonObject atlas = objectIn(path + u".json"_s);
        QCOMPARE(atlas[u"pages"].toArray().size(), 4);
        QCOMPARE(atlas[u"pages"][1][u"file"].toString(), u"map-002.png"_s);
        QCOMPARE(atlasPlanFrom(atlas[u"plan"].toObject())->by, GroupBy::Province);
        const QJsonObject sidecar = objectIn(files->at(1) + u".json"_s);
        QCOMPARE(sidecar[u"incidents"].toArray().size(), 3);
        QCOMPARE(sidecar[u"spec"][u"only"].toArray().size(), 3);
    }

    void writesOnePdf()
    {
        const QString path = m_folder.filePath(u"atlas.pdf"_s);
        const Result<QStringList> files =
            writeAtlas(path, smallPage(), someContent(12, 1, false), AtlasPlan{.by = GroupBy::Incident}, goOn);
        QVERIFY(files);
        QCOMPARE(*files, QStringList{path});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.contains("/Count 12"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QCOMPARE(objectIn(path + u".json"_s)[u"pages"].toArray().size(), 12);
    }

    void addsDayAfterDayToAnAnimation()
    {
        FigureContent content = someContent(100, 1, false);
        content.incidents[7].incident.when.reset();
        const QString path = m_folder.filePath(u"days.webp"_s);
        const AtlasPlan plan{.by = GroupBy::Day, .animated = true, .milliseconds = 700};
        const Result<QStringList> files = writeAtlas(path, smallPage(), content, plan, goOn);
        QVERIFY(files);
        QCOMPARE(*files, QStringList{path});
        QImageReader reader(path);
        QCOMPARE(reader.imageCount(), 2);
        const QImage first = reader.read();
        const QImage second = reader.read();
        QCOMPARE(first.size(), QSize(600, 375));
        QCOMPARE(second.size(), first.size());
        QVERIFY(first != second);
        const QJsonArray pages = objectIn(path + u".json"_s)[u"pages"].toArray();
        QCOMPARE(pages.at(1)[u"incidents"].toArray().size(), 99);
        QVERIFY(pages.at(0)[u"incidents"].toArray().size() < 90);
        QCOMPARE(pages.at(0)[u"view"][u"west"], pages.at(1)[u"view"][u"west"]);
        QCOMPARE(pages.at(1)[u"title"].toString(), u"until 14 September 2022"_s);
        // By another ending, a file for each frame.
        QCOMPARE(writeAtlas(m_folder.filePath(u"days.png"_s), smallPage(), content, plan, goOn)->size(), 2);
    }

    void endsWhereItIsTold()
    {
        const auto afterTwo = [](std::size_t done, std::size_t /*all*/) { return done < 2; };
        const FigureContent content = someContent(12, 1, false);
        const QString png = m_folder.filePath(u"ended.png"_s);
        QCOMPARE(writeAtlas(png, smallPage(), content, AtlasPlan{.by = GroupBy::Incident}, afterTwo)->size(), 2);
        const QString pdf = m_folder.filePath(u"ended.pdf"_s);
        QCOMPARE(writeAtlas(pdf, smallPage(), content, AtlasPlan{.by = GroupBy::Incident}, afterTwo)->size(), 0);
        QVERIFY(!QFile::exists(pdf));
        QVERIFY(!QFile::exists(png + u".json"_s)); // It would tell of pages that are not there.
    }

    void namesNoBlurredPlace()
    {
        FigureContent content = someContent(6, 1, false);
        content.incidents[2].incident.sensitive = true;
        const QString name = content.incidents[2].incident.where->place;
        const QString path = m_folder.filePath(u"secret.svg"_s);
        for (const GroupBy by : {GroupBy::Incident, GroupBy::Province}) {
            const Result<QStringList> files = writeAtlas(path, smallPage(), content, AtlasPlan{.by = by}, goOn);
            QVERIFY(files);
            for (const QString &written : *files) {
                QFile file(written);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString svg = QString::fromUtf8(file.readAll());
                QVERIFY2(!svg.contains(name + u'<') && !svg.contains(u"Shelling 3"_s), qPrintable(written));
            }
        }
    }

    void refusesAnAtlasOfNothing()
    {
        const QString path = m_folder.filePath(u"none.pdf"_s);
        const Result<QStringList> files = writeAtlas(path, smallPage(), {}, AtlasPlan{.by = GroupBy::Day}, goOn);
        QCOMPARE(files.error().kind, Error::Kind::NotFound);
        QVERIFY(!QFile::exists(path));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestAtlas)
#include "tst_atlas.moc"
