#include "figure/alternativetext.h"
#include "figure/content.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestAlternativeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOneIncident();
    void tellsSixOneByOne();
    void sumsUpAThousand();
    void namesThePublisherWhereNobodySpeaks();
    void isTheUsersOwnWhereGiven();
};

namespace
{

const QStringList places{u"Goris"_s, u"Sotk"_s, u"Jermuk"_s, u"Vardenis"_s, u"Kapan"_s, u"Sisian"_s, u"Meghri"_s};

FigureContent contentOf(int incidents, const QString &speaker)
{
    std::vector<IncidentEvidence> rows;
    for (int i = 1; i <= incidents; ++i) {
        IncidentEvidence row;
        row.incident.id = IncidentId{i};
        row.incident.title = u"Shelling %1"_s.arg(i);
        row.incident.kind = i % 4 == 0 ? Kind::Battles : Kind::Explosions;
        const UtcMinute begin = *utcFromIso(u"2022-09-12T20:05Z") + std::chrono::hours(i % 60);
        row.incident.when = When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, u"UTC+04:00"_s, {}};
        const QString &place = places[i % 2 == 0 ? 0 : i % places.size()];
        const LonLat position{44 + 0.04 * (i % 97), 38.5 + 0.03 * (i % 89)};
        row.incident.where = Where{place, {}, {}, pointGeometry(position), LocationPrecision::Near, 5000, {}};
        Quote quote;
        quote.id = QuoteId{i};
        quote.document = DocumentId{1};
        quote.exact = u"Shells fell, report %1"_s.arg(i);
        quote.speaker = speaker;
        row.claims.emplace_back(Claim{ClaimId{i}, row.incident.id, quote.id, Stance::Reports}, quote);
        rows.push_back(std::move(row));
    }
    Document document;
    document.id = DocumentId{1};
    document.title = u"A statement"_s;
    document.publisher = u"A ministry"_s;
    return figureContent(rows, {&document, 1}, nullptr);
}

QString textOf(const FigureContent &content, FigureSpec spec = {})
{
    QImage image(1, 1, QImage::Format_RGB32);
    QPainter painter(&image);
    return paintFigure(painter, spec, content).alternativeText;
}

} // namespace

void TestAlternativeText::tellsOneIncident()
{
    QCOMPARE(textOf(contentOf(1, u"The defence ministry"_s)),
             u"Map: Reported incidents: Sotk. 1: Sotk, 13 Sep 2022, 01:05 UTC+4: Shelling 1, as stated by The defence "
             "ministry. The one incident of the case is shown. Of those shown, 1 is reported by one source only."_s);
}

void TestAlternativeText::tellsSixOneByOne()
{
    const QString text = textOf(contentOf(6, u"The defence ministry"_s));
    for (int i = 1; i <= 6; ++i)
        QVERIFY2(text.contains(u"Shelling %1, as stated by The defence ministry."_s.arg(i)), qPrintable(text));
    QVERIFY(text.contains(u"All 6 incidents are shown."_s));
    QVERIFY(text.size() < 900);
}

void TestAlternativeText::sumsUpAThousand()
{
    const QString text = textOf(contentOf(1000, u"The defence ministry"_s));
    QVERIFY2(text.size() < 700, qPrintable(text));
    QVERIFY2(text.contains(u"1,000 reported incidents, 13–15 September 2022."_s), qPrintable(text));
    // Every second one in Goris, and those whose number is a multiple of seven.
    QVERIFY2(text.contains(u"Where: Goris (571), "_s), qPrintable(text));
    QVERIFY2(text.contains(u"What: Explosions/Remote violence (750) and Battles (250)."_s), qPrintable(text));
    QVERIFY2(text.contains(u"As stated by: The defence ministry (1,000)."_s), qPrintable(text));
    QVERIFY2(text.contains(u"All 1,000 incidents are shown."_s), qPrintable(text));
    QVERIFY2(text.contains(u" and 2 others ("_s), qPrintable(text));
}

void TestAlternativeText::namesThePublisherWhereNobodySpeaks()
{
    QVERIFY(textOf(contentOf(2, {})).contains(u"Shelling 1, as stated by A ministry."_s));
}

void TestAlternativeText::isTheUsersOwnWhereGiven()
{
    FigureSpec spec;
    spec.alternativeText = u"Six towns were shelled in one night."_s;
    QCOMPARE(textOf(contentOf(6, {}), spec), spec.alternativeText);
}

QTEST_MAIN(TestAlternativeText)
#include "tst_alternativetext.moc"
