#include "casefile/textranks.h"

#include "casefixture.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestTextRanks : public QObject, CaseFixture
{
    Q_OBJECT

    using TextRankOf = std::pair<IncidentId, std::uint32_t>;

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void textsComeAsPeopleSortThem_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QList<int>>("ranks"); // −1: none.
        QTest::newRow("by letters, whatever their case")
            << QStringList{u"river"_s, u"Quay"_s, u"quay"_s, u"Sea"_s} << QList<int>{1, 0, 0, 2};
        QTest::newRow("9 before 10") << QStringList{u"Post 10"_s, u"Post 9"_s} << QList<int>{1, 0};
        QTest::newRow("accents near their letters")
            << QStringList{u"Zug"_s, u"Éclair"_s, u"Eagle"_s, u"Egg"_s} << QList<int>{3, 1, 0, 2};
        QTest::newRow("none is none") << QStringList{u"b"_s, QString(), u"a"_s} << QList<int>{1, -1, 0};
        QTest::newRow("shared") << QStringList{u"b"_s, u"a"_s, u"b"_s} << QList<int>{1, 0, 1};
        QTest::newRow("nothing") << QStringList() << QList<int>();
    }
    void textsComeAsPeopleSortThem()
    {
        QFETCH(QStringList, texts);
        QFETCH(QList<int>, ranks);
        for (const QString &text : std::as_const(texts)) {
            Incident incident = sampleIncident();
            incident.title = u"Title"_s;
            incident.where->place = text;
            static_cast<void>(stored(incident));
        }
        const auto read = textRanksIn(m_path, IncidentText::Place);
        QVERIFY(read);
        std::vector<TextRankOf> expected;
        for (int i = 0; i < ranks.size(); ++i) {
            if (ranks[i] >= 0)
                expected.emplace_back(IncidentId{i + 1}, static_cast<std::uint32_t>(ranks[i]));
        }
        QCOMPARE(*read, expected);
    }

    void titlesAreReadAsTitles()
    {
        for (const QString &title : {u"b"_s, u"a"_s}) {
            Incident incident = sampleIncident();
            incident.title = title;
            static_cast<void>(stored(incident));
        }
        const auto read = textRanksIn(m_path, IncidentText::Title);
        QVERIFY(read);
        QCOMPARE(*read, (std::vector<TextRankOf>{{IncidentId{1}, 1}, {IncidentId{2}, 0}}));
    }

    void whatIsNoCaseIsToldInASentence()
    {
        const auto read = textRanksIn(m_path + u".none"_s, IncidentText::Title);
        QVERIFY(!read);
        QVERIFY(!read.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTextRanks)
#include "tst_textranks.moc"
