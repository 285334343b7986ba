#include "figurecase.h"

#include "cli/figurecheck.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace dateline;

/// Atlases, animations and pages with several maps, checked against the case that they were made from.
class TestCheckedAtlas : public QObject, FigureCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void namesThePageThatChanged_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("option");
        QTest::newRow("PDF") << u"atlas.pdf"_s << u"--atlas"_s;
        QTest::newRow("numbered files") << u"atlas.svg"_s << u"--atlas"_s;
        QTest::newRow("animation") << u"days.webp"_s << u"--animate"_s;
    }
    void namesThePageThatChanged()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, option);
        moveToNextDay(IncidentId{2});
        const QString out = path(file);
        QCOMPARE(figure({option, u"day"_s, u"--size"_s, u"800x500"_s, u"--dpi"_s, u"72"_s, path(u"case.gpkg"_s), out}),
                 0);
        QCOMPARE(verify(out), 0);
        QCOMPARE(checked(out).pages.size(), 2);
        Incident incident = m_case->incident(IncidentId{2}).value();
        incident.title = u"Another title"_s;
        apply({incident});
        QCOMPARE(verify(out), 1);
        const FigureCheck check = checked(out);
        QVERIFY(check.isAsWritten && check.isItsCase && check.changes.isEmpty());
        QCOMPARE(check.steps, 1);
        QVERIFY(check.pages[0].holds());
        QVERIFY(!check.pages[1].holds());
        QVERIFY(check.pages[1].title.contains(u"14 September 2022"));
        QCOMPARE(check.pages[1].findings(),
                 QStringList{u"“Shelling of Sotk” (number %1) is titled “Another title” now"_s.arg(
                     option == u"--atlas" ? 1 : 2)});
    }

    void tellsWhichPagesItWouldHaveNow()
    {
        const QString out = path(u"atlas.pdf"_s);
        QCOMPARE(figure({u"--atlas"_s, u"day"_s, path(u"case.gpkg"_s), out}), 0);
        QCOMPARE(checked(out).pages.size(), 1);
        moveToNextDay(IncidentId{2});
        const FigureCheck check = checked(out);
        QCOMPARE(check.changes, QStringList{u"There would be a page “Border fighting: 14 September 2022” now"_s});
        QVERIFY2(check.pages[0].findings().join(u'|').contains(u"“Shelling of Sotk” (number 2) is in the case"),
                 qPrintable(check.pages[0].findings().join(u'|')));
        // One that comes to a day that has a page is missed there.
        Incident third = incidentAt(u"Jermuk"_s, {45.67, 39.84}, "2022-09-12T21:00Z");
        third.id = IncidentId{-1};
        apply({third});
        QVERIFY(checked(out).pages[0].findings().join(u'|').contains(u"“Shelling of Jermuk”"));
    }

    void makesAnAtlasAnew_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("PDF") << u"atlas.pdf"_s;
        QTest::newRow("animation") << u"atlas.webp"_s;
        QTest::newRow("numbered files") << u"atlas.png"_s;
    }
    void makesAnAtlasAnew()
    {
        QFETCH(const QString, name);
        moveToNextDay(IncidentId{2});
        const QString kind = name.endsWith(u"webp") ? u"--animate"_s : u"--atlas"_s;
        const QStringList small{u"--size"_s, u"800x500"_s, u"--dpi"_s, u"72"_s};
        QCOMPARE(figure(small + QStringList{kind, u"day"_s, path(u"case.gpkg"_s), path(name)}), 0);
        const QString again = u"again-"_s + name;
        QCOMPARE(figure({u"--open"_s, path(name + u".json"_s), path(u"case.gpkg"_s), path(again)}), 0);
        QString page = name;
        if (name.endsWith(u"png"))
            page.replace(u".png"_s, u"-002.png"_s);
        QVERIFY(!bytesOf(path(page)).isEmpty());
        QCOMPARE(bytesOf(path(u"again-"_s + page)), bytesOf(path(page)));
    }

    void checksAllFiguresOfAFolder()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"pages"_s));
        const QString folder = path(u"pages"_s);
        QCOMPARE(verify(folder), 2); // There is nothing to check.
        moveToNextDay(IncidentId{2});
        QCOMPARE(figure({u"--atlas"_s, u"day"_s, path(u"case.gpkg"_s), folder + u"/map.svg"_s}), 0);
        QCOMPARE(figure({path(u"case.gpkg"_s), folder + u"/single.svg"_s}), 0);
        write(folder + u"/other.json"_s, "{}");
        QCOMPARE(verify(folder), 0);
        write(folder + u"/map-002.svg"_s, "<svg/>");
        QCOMPARE(verify(folder), 1);
        const FigureCheck check = checked(folder + u"/map.svg"_s);
        QVERIFY(check.pages[0].holds());
        QVERIFY(!check.pages[1].isAsWritten);
        QVERIFY(QFile::remove(folder + u"/map-002.svg.json"_s));
        QVERIFY(!checked(folder + u"/map.svg"_s).pages[1].problem.isEmpty());
    }

    void checksAnAtlasWithoutItsSidecar()
    {
        moveToNextDay(IncidentId{2});
        const QString out = path(u"atlas.pdf"_s);
        QCOMPARE(figure({u"--atlas"_s, u"day"_s, path(u"case.gpkg"_s), out}), 0);
        QVERIFY(QFile::remove(out + u".json"_s));
        QCOMPARE(verify(out), 0);
        QVERIFY(checked(out).sidecar.fromPicture);
        QCOMPARE(checked(out).pages.size(), 2);
    }

    void believesNoSidecarThatLeadsAwayOrTellsNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("out of its folder")
            << QByteArray(R"({"format":"dateline-atlas-2","pages":[{"file":"../case.gpkg"}]})");
        QTest::newRow("no page") << QByteArray(R"({"format":"dateline-atlas-2","pages":[]})");
        QTest::newRow("a page of nothing") << QByteArray(R"({"format":"dateline-atlas-2","pages":[{}]})");
        QTest::newRow("pages of another kind") << QByteArray(R"({"format":"dateline-atlas-2","pages":[5,"x"]})");
        QTest::newRow("of a newer program") << QByteArray(R"({"format":"dateline-atlas-9","pages":[{}]})");
    }
    void believesNoSidecarThatLeadsAwayOrTellsNothing()
    {
        QFETCH(const QByteArray, bytes);
        write(path(u"atlas.pdf"_s), "x");
        write(path(u"atlas.pdf.json"_s), bytes);
        QCOMPARE(verify(path(u"atlas.pdf"_s)), 2);
    }

    void tellsThatAPictureWithoutAHashIsNotAsWritten()
    {
        const QString out = path(u"figure.svg"_s);
        QCOMPARE(figure({path(u"case.gpkg"_s), out}), 0);
        QJsonObject sidecar = QJsonDocument::fromJson(bytesOf(out + u".json"_s)).object();
        sidecar.remove(u"picture");
        write(out + u".json"_s, QJsonDocument(sidecar).toJson());
        QCOMPARE(verify(out), 1);
    }

    void tellsWhichMapAnIncidentIsOnNow_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("byParty");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("party") << QStringList{u"--panels"_s, u"party"_s} << true
                               << u"“Shelling of Goris” (number 1) would be on the map “The army” now"_s;
        QTest::newRow("before and after") << QStringList{u"--split"_s, u"2022-09-13T12:00Z"_s} << false
                                          << u"would be on the map “From 13 September 2022, 12:00 UTC on” now"_s;
        QTest::newRow("speaker") << QStringList{u"--panels"_s, u"speaker"_s} << false << QString();
        QTest::newRow("known") << QStringList{u"--known"_s, u"2030-01-01"_s} << false << QString();
        QTest::newRow("squares by kind") << QStringList{u"--panels"_s, u"kind"_s, u"--marks"_s, u"squares"_s} << false
                                         << QString();
    }
    void tellsWhichMapAnIncidentIsOnNow()
    {
        QFETCH(const QStringList, options);
        QFETCH(const bool, byParty);
        QFETCH(const QString, sentence);
        const QString out = path(u"maps.svg"_s);
        QCOMPARE(figure(options + QStringList{path(u"case.gpkg"_s), out}), 0);
        QCOMPARE(verify(out), 0);
        QCOMPARE(figure({u"--open"_s, out + u".json"_s, path(u"case.gpkg"_s), path(u"again.svg"_s)}), 0);
        QCOMPARE(bytesOf(path(u"again.svg"_s)), bytesOf(out));
        if (sentence.isEmpty())
            return;
        if (byParty) {
            Incident incident = m_case->incident(IncidentId{1}).value();
            incident.actors.append(u"The army"_s);
            apply({incident});
        } else {
            moveToNextDay(IncidentId{2});
        }
        QCOMPARE(verify(out), 1);
        const QString findings = checked(out).findings().join(u'|');
        QVERIFY2(findings.contains(sentence), qPrintable(findings));
    }

private:
    [[nodiscard]] FigureCheck checked(const QString &file) const
    {
        return checkedFigure(file, path(u"case.gpkg"_s)).value();
    }

    void moveToNextDay(IncidentId id)
    {
        Incident incident = m_case->incident(id).value();
        incident.when->span.begin += std::chrono::hours(24);
        incident.when->span.end += std::chrono::hours(24);
        apply({incident});
    }
};

QTEST_MAIN(TestCheckedAtlas)
#include "tst_checkedatlas.moc"
