#include "domain/claim.h"
#include "domain/incident.h"

#include <QSet>
#include <QTest>

using namespace dateline;

class TestKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTermNamesItsKind()
    {
        QSet<QString> terms;
        for (int i = 0; i < kindCount; ++i) {
            const auto kind = static_cast<Kind>(i);
            QCOMPARE(kindFromTerm(termOf(kind)), kind);
            QCOMPARE(kindFromTerm(termOf(kind).toUpper()), kind);
            terms.insert(termOf(kind));
        }
        for (int i = 0; i < subKindCount; ++i) {
            const auto subKind = static_cast<SubKind>(i);
            QCOMPARE(subKindFromTerm(termOf(subKind)), subKind);
            terms.insert(termOf(subKind));
        }
        QCOMPARE(terms.size(), kindCount + subKindCount);
        QVERIFY(!kindFromTerm(u"Battle"));
        QVERIFY(!subKindFromTerm(u""));
    }

    void subKindsBelongToTheirKinds()
    {
        QCOMPARE(kindOf(SubKind::ArmedClash), Kind::Battles);
        QCOMPARE(kindOf(SubKind::ShellingArtilleryMissile), Kind::Explosions);
        QCOMPARE(kindOf(SubKind::Abduction), Kind::ViolenceAgainstCivilians);
        QCOMPARE(kindOf(SubKind::ExcessiveForce), Kind::Protests);
        QCOMPARE(kindOf(SubKind::MobViolence), Kind::Riots);
        QCOMPARE(kindOf(SubKind::Agreement), Kind::StrategicDevelopments);
        QCOMPARE(kindOf(SubKind::Other), Kind::StrategicDevelopments);
    }

    void everyKeyNamesItsValue()
    {
        const auto holds = []<typename Enum>(Enum last, auto fromKey) {
            for (int i = 0; i <= static_cast<int>(last); ++i) {
                const auto value = static_cast<Enum>(i);
                if (fromKey(keyOf(value)) != value)
                    return false;
            }
            return !fromKey(u"no such key") && !fromKey(u"");
        };
        QVERIFY(holds(LocationPrecision::Country, [](QStringView key) { return locationPrecisionFromKey(key); }));
        QVERIFY(holds(Status::Refuted, [](QStringView key) { return statusFromKey(key); }));
        QVERIFY(holds(Loss::Kind::Destroyed, [](QStringView key) { return lossKindFromKey(key); }));
        QVERIFY(holds(Stance::Denies, [](QStringView key) { return stanceFromKey(key); }));
    }
};

QTEST_APPLESS_MAIN(TestKind)
#include "tst_kind.moc"
