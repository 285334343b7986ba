#include "reading/placing.h"
#include "somewhere.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

/// The place of the one incident that a sentence reports.
Proposal proposalOf(const QString &sentence)
{
    Document document;
    document.text = sentence;
    const Reading reading = readWithSomePlaces(document);
    return reading.proposals.empty() ? Proposal() : reading.proposals.front();
}

Where goris()
{
    Where where;
    where.place = u"Goris"_s;
    where.geometry = pointGeometry({46.34, 39.51});
    where.radiusMetres = 2000;
    return where;
}

} // namespace

class TestLocations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDistances_data()
    {
        QTest::addColumn<double>("metres");
        QTest::addColumn<double>("azimuth"); // −1: no direction
        QTest::newRow("12 km north of Goris") << 12000.0 << 0.0;
        QTest::newRow("about 12km north-west of Goris") << 12000.0 << 315.0;
        QTest::newRow("12.5 kilometres south of Goris") << 12500.0 << 180.0;
        QTest::newRow("12 km (7 miles) to the east of Goris") << 12000.0 << 90.0;
        QTest::newRow("ten miles from Goris") << 16093.44 << -1.0;
        QTest::newRow("north of Goris") << 0.0 << 0.0;
        QTest::newRow("two days from Goris") << 0.0 << -1.0;
    }
    void readsDistances()
    {
        QFETCH(double, metres);
        QFETCH(double, azimuth);
        const QString text = QString::fromUtf8(QTest::currentDataTag());
        const Tokens tokens(text);
        const std::optional<Distance> distance = distanceBefore(tokens, tokens.indexFrom(text.indexOf(u"Goris")));
        QCOMPARE(distance.has_value(), metres > 0);
        if (!distance)
            return;
        QVERIFY(std::abs(distance->metres - metres) < 0.01);
        QCOMPARE(distance->azimuth.value_or(-1), azimuth);
    }

    void putsAPointAtADistance()
    {
        Where where = goris();
        const QString how =
            place(where, {.relation = LocationWords::Relation::Away, .metres = 11'120, .azimuth = 0.0}, nullptr);
        QVERIFY(!how.isEmpty());
        const LonLat at = *anchorOf(where);
        QVERIFY(std::abs(at.lat - 39.61) < 0.001);
        QVERIFY(std::abs(at.lon - 46.34) < 0.001);
        QCOMPARE(where.precision, LocationPrecision::Near);
        QVERIFY(where.radiusMetres > 2000 && where.radiusMetres < 11'120);
    }

    void drawsACircleWhereNoDirectionIsTold()
    {
        Where where = goris();
        (void)place(where, {.relation = LocationWords::Relation::Away, .metres = 10'000}, nullptr);
        QCOMPARE(*anchorOf(where), (LonLat{46.34, 39.51}));
        QCOMPARE(where.radiusMetres, 12'000.0);
    }

    void placesReportsByTheWordsBesideTheName_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<Geometry::Type>("type");
        QTest::addColumn<LocationPrecision>("precision");
        QTest::addColumn<QString>("reason");
        QTest::newRow("Shelling hit a farm 12 km north of Goris on Monday.")
            << u"Goris"_s << Geometry::Type::Point << LocationPrecision::Near << u"reckoned from its middle"_s;
        QTest::newRow("Shelling was reported between Goris and Sotk on Monday.")
            << u"Goris and Sotk"_s << Geometry::Type::Line << LocationPrecision::District << u"between the two"_s;
        QTest::newRow("Shelling hit the Goris-Sotk road on Monday.")
            << u"Goris–Sotk"_s << Geometry::Type::Line << LocationPrecision::District << u"along the road"_s;
        QTest::newRow("Shelling was reported near Goris on Monday.")
            << u"Goris"_s << Geometry::Type::Point << LocationPrecision::Near << u"“near”"_s;
        QTest::newRow("Shelling hit Goris on Monday.")
            << u"Goris"_s << Geometry::Type::Point << LocationPrecision::Near << QString();
    }
    void placesReportsByTheWordsBesideTheName()
    {
        QFETCH(QString, place);
        QFETCH(Geometry::Type, type);
        QFETCH(LocationPrecision, precision);
        QFETCH(QString, reason);
        const Proposal proposal = proposalOf(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(proposal.incident.where);
        QCOMPARE(proposal.incident.where->place, place);
        QCOMPARE(proposal.incident.where->geometry.type, type);
        QCOMPARE(proposal.incident.where->precision, precision);
        QVERIFY(anchorOf(*proposal.incident.where));
        QVERIFY2(proposal.reasons.join(u'\n').contains(reason), qPrintable(proposal.reasons.join(u'\n')));
    }

    void leavesCountriesOnBothSidesAlone()
    {
        const Proposal proposal = proposalOf(u"Fighting between Armenia and Azerbaijan began on Monday."_s);
        QVERIFY(!proposal.incident.where);
    }
};

QTEST_GUILESS_MAIN(TestLocations)
#include "tst_locations.moc"
