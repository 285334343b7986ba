#include "ui/provincelayer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

Incident incidentAt(std::int64_t id, std::optional<LonLat> at, LocationPrecision precision = LocationPrecision::Near)
{
    Incident incident;
    incident.id = IncidentId{id};
    if (at)
        incident.where = Where{.geometry = pointGeometry(*at), .precision = precision};
    return incident;
}

void fill(IncidentListModel &model, const std::vector<Incident> &incidents)
{
    IncidentColumns columns;
    for (const Incident &incident : incidents)
        append(columns, incident);
    std::vector<std::uint32_t> order = orderByDay(columns);
    model.setIncidents(std::move(columns), std::move(order), [](IncidentId) { return std::nullopt; });
}

constexpr LonLat goris{46.34, 39.51};
constexpr LonLat jermuk{45.67, 39.84};
constexpr LonLat yerevan{44.51, 40.18};

} // namespace

class TestMapLegend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesTellWhatTheyHold_data()
    {
        QTest::addColumn<QList<double>>("limits");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("counts") << QList<double>{1, 2, 5, 50} << true << QStringList{u"1"_s, u"2–4"_s, u"5–49"_s};
        QTest::newRow("shares") << QList<double>{0.05, 0.1, 2, 50} << false
                                << QStringList{u"0.05–0.1"_s, u"0.1–2"_s, u"2–50"_s};
        QTest::newRow("many") << QList<double>{500, 2'000} << true << QStringList{u"500–1,999"_s};
        QTest::newRow("none") << QList<double>{} << true << QStringList{};
    }
    void classesTellWhatTheyHold()
    {
        QFETCH(QList<double>, limits);
        QFETCH(bool, whole);
        QFETCH(QStringList, texts);
        const ClassScale scale({limits.begin(), limits.end()},
                               whole ? ClassScale::Values::Whole : ClassScale::Values::Real, lightTheme());
        QCOMPARE(scale.texts(), texts);
        QCOMPARE(scale.isEmpty(), texts.isEmpty());
    }

    void areasAreLargeEnoughForAnIncident_data()
    {
        QTest::addColumn<double>("perSquareKm");
        QTest::addColumn<double>("unit");
        QTest::addColumn<QString>("text");
        QTest::newRow("a crowd") << 300.0 << 1.0 << u"Incidents per km²"_s;
        QTest::newRow("one") << 1.0 << 1.0 << u"Incidents per km²"_s;
        QTest::newRow("few") << 0.0015 << 1'000.0 << u"Incidents per 1,000 km²"_s;
        QTest::newRow("none") << 0.0 << 1.0 << u"Incidents per km²"_s;
    }
    void areasAreLargeEnoughForAnIncident()
    {
        QFETCH(double, perSquareKm);
        QFETCH(double, unit);
        QFETCH(QString, text);
        QCOMPARE(areaUnitFor(perSquareKm), unit);
        QCOMPARE(perAreaText(unit), text);
    }

    void numbersHaveTwoDigitsOrMore_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        for (const auto &[value, text] : {std::pair(1024.4, u"1,024"), std::pair(10.0, u"10"), std::pair(2.51, u"2.5"),
                                          std::pair(0.126, u"0.13"), std::pair(0.00301, u"0.0030")})
            QTest::addRow("%g", value) << value << QString(text);
    }
    void numbersHaveTwoDigitsOrMore()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(numberText(value), text);
    }

    void countsByProvinceInAWorker()
    {
        BaseMapSource source;
        Camera camera;
        camera.follow(goris.lon, goris.lat, 8, {600, 400});
        Look look;
        IncidentListModel incidents;
        ProvinceLayer layer;
        layer.setCamera(&camera);
        layer.setSource(&source);
        layer.setLook(&look);
        layer.setIncidents(&incidents);
        fill(incidents,
             {incidentAt(1, goris), incidentAt(2, goris), incidentAt(3, jermuk), incidentAt(4, {}),
              incidentAt(5, yerevan, LocationPrecision::Country)});
        QVERIFY(layer.legendTitle().isEmpty()); // Nothing is done before it is asked for.
        layer.setActive(true);
        QCOMPARE(layer.legendTitle(), u"Counting by province…"_s);
        QTRY_COMPARE(layer.legendTitle(), u"Incidents by province"_s);
        QCOMPARE(layer.legend(), (QStringList{u"1"_s, u"2–4"_s}));
        QCOMPARE(layer.legendNote(), u"2 without a known province"_s);
        QCOMPARE(layer.textAt(camera.pixelOf(goris.lon, goris.lat)), u"Syunik, Armenia: 2 incidents"_s);
        QVERIFY(layer.textAt(camera.pixelOf(50.5, 41)).isEmpty()); // In the sea.
        layer.setPerArea(true);
        QCOMPARE(layer.legendTitle(), u"Incidents per 10,000 km², by province"_s);
        QCOMPARE(layer.textAt(camera.pixelOf(goris.lon, goris.lat)),
                 u"Syunik, Armenia: 2 incidents, 4.5 per 10,000 km²"_s);
        // The filter is followed at once, other incidents when they are found.
        IncidentFilter nothing;
        nothing.kinds.reset();
        incidents.setFilter(nothing);
        QVERIFY(layer.legend().isEmpty());
        incidents.showEverything();
        fill(incidents, {incidentAt(1, goris)});
        QTRY_VERIFY(layer.legendNote().isEmpty());
        layer.setActive(false);
        QVERIFY(layer.legendTitle().isEmpty());
    }
};

QTEST_MAIN(TestMapLegend)
#include "tst_maplegend.moc"
