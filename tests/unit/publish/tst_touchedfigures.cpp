#include "publish/touchedfigures.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

namespace
{

Incident incidentAt(const char *title, LonLat at, Kind kind = Kind::Battles)
{
    Incident incident;
    incident.title = QString::fromLatin1(title);
    incident.kind = kind;
    incident.where = Where{.geometry = pointGeometry(at)};
    return incident;
}

} // namespace

class TestTouchedFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = *createCase(m_folder->filePath(QStringLiteral("case.gpkg")), QStringLiteral("Case"));
        const Result<Changed> made =
            m_case->apply({QStringLiteral("Make"),
                           {incidentAt("First", {46.3, 39.5}), incidentAt("Second", {45, 40}, Kind::Protests)}});
        QVERIFY(made);
        m_first = made->incidents.at(0);
        m_second = made->incidents.at(1);
    }

    void namesThoseThatShowIt_data()
    {
        QTest::addColumn<FigureSpec>("spec");
        QTest::addColumn<bool>("isTouched");
        FigureSpec spec;
        QTest::newRow("all") << spec << true;
        spec.box = LonLatBox{46, 39, 47, 40};
        QTest::newRow("a box around where it was") << spec << true;
        spec.box = LonLatBox{47.5, 39, 48.5, 40};
        QTest::newRow("a box around where it will be") << spec << true;
        spec.box = LonLatBox{10, 39, 11, 40};
        QTest::newRow("a box elsewhere") << spec << false;
        spec = {};
        spec.filter.kinds.reset().set(static_cast<std::size_t>(Kind::Protests));
        QTest::newRow("another kind") << spec << false;
        spec.filter.kinds.set(static_cast<std::size_t>(Kind::Riots));
        QTest::newRow("the kind that it will be of") << spec << true;
        spec = {};
        spec.only = {IncidentId{1}};
        QTest::newRow("it alone") << spec << true;
        spec.only = {IncidentId{2}};
        QTest::newRow("another one alone") << spec << false;
        spec = {};
        spec.filter.words = QStringLiteral("First");
        QTest::newRow("its words") << spec << true;
        spec.filter.words = QStringLiteral("Second");
        QTest::newRow("other words") << spec << false;
    }

    void namesThoseThatShowIt()
    {
        QFETCH(FigureSpec, spec);
        QFETCH(bool, isTouched);
        spec.title = QStringLiteral("Border");
        QVERIFY(m_case->apply({QStringLiteral("Keep"), {spec}}));
        IncidentColumns after;
        append(after, incidentAt("First", {48, 39.5}, Kind::Riots));
        const std::vector<PlannedChange> changes{{m_first, 0}};
        const Result<std::vector<TouchedFigure>> touched = figuresTouchedBy(*m_case, changes, after);
        QVERIFY(touched);
        QCOMPARE(!touched->empty(), isTouched);
        QCOMPARE(figuresText(*touched), isTouched ? QStringLiteral("“Border” (1 incident)") : QString());
    }

    void countsNewOnesAndThoseThatGo()
    {
        QVERIFY(m_case->apply({QStringLiteral("Keep"), {FigureSpec{}}}));
        IncidentColumns after;
        append(after, incidentAt("Third", {44, 40}));
        const std::vector<PlannedChange> changes{{IncidentId{}, 0}, {m_second, std::nullopt}};
        const std::vector<TouchedFigure> touched = *figuresTouchedBy(*m_case, changes, after);
        QCOMPARE(touched.size(), 1U);
        QCOMPARE(touched.front().name, QStringLiteral("Figure 1"));
        QCOMPARE(touched.front().incidents, qint64{2});
        QVERIFY(figuresTouchedBy(*m_case, {}, after)->empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Case> m_case;
    IncidentId m_first{};
    IncidentId m_second{};
};

QTEST_GUILESS_MAIN(TestTouchedFigures)

#include "tst_touchedfigures.moc"
