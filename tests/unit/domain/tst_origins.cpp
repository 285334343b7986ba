#include "domain/origins.h"
#include "origintexts.h"

#include <QTest>

using namespace dateline;

using Why = OriginMember::Why;

namespace
{

std::optional<WrittenTime> at(const char *iso)
{
    return WrittenTime{*utcFromIso(QString::fromLatin1(iso)), TimePrecision::Minute, QStringLiteral("UTC")};
}

/// Documents that say what they are in the order they are added, numbered from 1, an hour after one another.
class Sources
{
public:
    Sourced &add(const QString &text, const char *publisher = "")
    {
        Sourced &document = m_documents.emplace_back();
        document.id = DocumentId{std::ssize(m_documents)};
        document.fingerprint = fingerprintOf(text);
        document.publisher = QString::fromUtf8(publisher);
        document.published = at("2022-05-03T06:00Z");
        document.published->instant += std::chrono::hours(numberOf(document.id));
        return document;
    }
    [[nodiscard]] std::vector<Origin> origins() const { return originsOf(m_documents); }
    /// “1 2 4|3”: the documents of each origin.
    [[nodiscard]] QString grouped() const
    {
        QStringList groups;
        for (const Origin &origin : origins()) {
            QStringList ids;
            for (const OriginMember &member : origin.members)
                ids.append(QString::number(numberOf(member.document)));
            groups.append(ids.join(QLatin1Char(' ')));
        }
        return groups.join(QLatin1Char('|'));
    }
    [[nodiscard]] OriginMember member(int number) const
    {
        for (const Origin &origin : origins()) {
            for (const OriginMember &member : origin.members) {
                if (member.document == DocumentId{number})
                    return member;
            }
        }
        qFatal("a document is lost");
    }
    Sourced &operator[](int number) { return m_documents.at(static_cast<std::size_t>(number - 1)); }

private:
    std::vector<Sourced> m_documents;
};

QString dated(const char *dateline, const QString &text)
{
    return QString::fromUtf8(dateline) + text;
}

/// The first @p fromWire words of the wire story, then the writer's own.
QString reworked(qsizetype fromWire, const char *name)
{
    return wordsOf(wireStory(), fromWire) + QLatin1Char(' ')
        + ownWords(QString::fromLatin1(name), 190 - static_cast<int>(fromWire));
}

} // namespace

class TestOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAStoryAndItsCopiesOnce()
    {
        Sources sources;
        sources.add(wireStory());
        sources.add(QStringLiteral("News | Sport | Weather\n") + turned(wireStory()));
        sources.add(otherReport());
        sources.add(edited(wireStory(), 20));
        sources.add(QString());
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 4|3|5"));
        QCOMPARE(sources.member(1).why, Why::First);
        QCOMPARE(sources.member(2).why, Why::Words);
        QCOMPARE(sources.member(2).other, DocumentId{1});
        QVERIFY(sources.member(2).percent > 85);
        QCOMPARE(sources.origins().front().articles, 3);
    }

    void groupsInEveryWriting_data()
    {
        QTest::addColumn<QString>("story");
        QTest::newRow("Russian") << russianStory();
        QTest::newRow("Armenian") << armenianStory();
    }
    void groupsInEveryWriting()
    {
        QFETCH(QString, story);
        Sources sources;
        sources.add(story);
        sources.add(turned(edited(story, 20)));
        sources.add(wireStory());
        QCOMPARE(sources.grouped(), QStringLiteral("1 2|3"));
    }

    void findsAWireStoryInALongerArticle()
    {
        Sources sources;
        sources.add(wireStory());
        sources.add(ownWords(QStringLiteral("own"), 300) + wireStory() + ownWords(QStringLiteral("more"), 300));
        QCOMPARE(sources.grouped(), QStringLiteral("1 2"));
        QVERIFY(!sources.member(2).isShorter);
        QCOMPARE(reasonFor(sources.member(2), QStringLiteral("Port burns")),
                 QStringLiteral("About 100 % of the words of “Port burns” run the same in it"));
    }

    void tellsADigestFromTheStoriesInIt()
    {
        Sources sources;
        const QString second = ownWords(QStringLiteral("second"), 220);
        sources.add(wireStory() + second + ownWords(QStringLiteral("many"), 2'000));
        sources.add(wireStory());
        sources.add(second);
        QCOMPARE(sources.grouped(), QStringLiteral("1|2|3"));
    }

    // Two reporters at one press conference.
    void doesNotTakeSharedQuotesForASharedStory_data()
    {
        QTest::addColumn<QString>("speech");
        QTest::addColumn<int>("ownWordsOfEach");
        const QString sentence = QStringLiteral(
            "Our guns did not fire at the port, neither on Tuesday nor on any other day of this month, and whoever "
            "says otherwise should show the public one single fragment of one of our shells.");
        QTest::newRow("quoted, long articles") << QStringLiteral("“%1”").arg(sentence) << 200;
        QTest::newRow("quoted, brief news") << QStringLiteral("“%1”").arg(sentence) << 20;
        QTest::newRow("quoted twice") << QStringLiteral("“%1” And he added: “%1”").arg(sentence) << 30;
        QTest::newRow("not set off") << sentence << 100;
    }
    void doesNotTakeSharedQuotesForASharedStory()
    {
        QFETCH(QString, speech);
        QFETCH(int, ownWordsOfEach);
        Sources sources;
        sources.add(wordsOf(wireStory(), ownWordsOfEach) + QStringLiteral(", the spokesman said: ") + speech);
        sources.add(wordsOf(otherReport(), ownWordsOfEach) + QStringLiteral(". A spokesman declared: ") + speech);
        QCOMPARE(sources.grouped(), QStringLiteral("1|2"));
    }

    void asksForMoreLikenessTheWeakerTheAttribution_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("words"); // Of 220 taken over.
        QTest::addColumn<QString>("groups");
        const QString dateline = QStringLiteral("KYIV, May 3 (AFP) - ");
        const QString mention = QStringLiteral("Shells fell at dawn, AFP reports. ");
        const auto row = [](const char *name, const QString &first, const QString &second, int words, bool one) {
            QTest::newRow(name) << first << second << words << (one ? QStringLiteral("1 2") : QStringLiteral("1|2"));
        };
        row("no attribution, most", {}, {}, 150, true);
        row("no attribution, two fifths", {}, {}, 90, false);
        row("both credit, a third", dateline, dateline, 75, true);
        row("both credit, a sixth", dateline, dateline, 35, false);
        row("one credits, a third", dateline, {}, 75, false);
        row("one mentions, two fifths", dateline, mention, 95, true);
        row("one mentions, a third", dateline, mention, 70, false);
        row("different agencies", dateline, QStringLiteral("KYIV, May 3 (Reuters) - "), 90, false);
    }
    void asksForMoreLikenessTheWeakerTheAttribution()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, words);
        Sources sources;
        sources.add(first + wireStory());
        sources.add(second + reworked(words, "w"));
        QTEST(sources.grouped(), "groups");
    }

    void asksForTheSameDays_data()
    {
        QTest::addColumn<QString>("published");
        QTest::addColumn<QString>("groups");
        QTest::newRow("next day") << "2022-05-04T07:00Z" << "1 2";
        QTest::newRow("last minute") << "2022-05-05T07:00Z" << "1 2";
        QTest::newRow("too late") << "2022-05-05T07:01Z" << "1|2";
        QTest::newRow("a year later") << "2023-05-03T07:00Z" << "1|2";
        QTest::newRow("not stated") << "" << "1|2";
    }
    void asksForTheSameDays()
    {
        QFETCH(QString, published);
        Sources sources;
        sources.add(dated("KYIV, May 3 (AFP) - ", wireStory()));
        Sourced &copy = sources.add(dated("KYIV, May 3 (AFP) - ", reworked(75, "w")));
        copy.published = published.isEmpty() ? std::nullopt : at(published.toLatin1().constData());
        QTEST(sources.grouped(), "groups");
    }

    void doesNotJoinAnAgencysReportsOfTwoEvents()
    {
        const QString background = wordsOf(wireStory(), 40);
        Sources sources;
        sources.add(dated("KYIV, May 3 (AFP) - ", ownWords(QStringLiteral("bridge"), 200) + background), "AFP");
        sources.add(dated("KYIV, May 3 (AFP) - ", ownWords(QStringLiteral("school"), 200) + background), "AFP");
        QCOMPARE(sources.grouped(), QStringLiteral("1|2"));
    }

    void putsTheAgencysOwnReportFirst()
    {
        Sources sources;
        sources.add(dated("KYIV, May 3 (AFP) - ", reworked(80, "w")), "The Evening Post");
        sources.add(wireStory(), "Agence France-Presse").published->instant += std::chrono::hours(5);
        sources.add(dated("KYIV (AFP) - ", edited(wireStory(), 25))).published.reset();
        QCOMPARE(sources.grouped(), QStringLiteral("2 1 3"));
        QCOMPARE(sources.member(1).why, Why::Credit);
        QVERIFY(sources.member(1).isAgencysOwn);
        const QString reason = reasonFor(sources.member(1), QStringLiteral("Port burns"));
        QVERIFY2(reason.startsWith(QStringLiteral("Credits AFP (“KYIV, May 3 (AFP) - ")), qPrintable(reason));
        QVERIFY2(reason.contains(QStringLiteral("whose own report this is; about ")), qPrintable(reason));
        QVERIFY2(reason.endsWith(QStringLiteral(" run as in “Port burns”")), qPrintable(reason));
    }

    // Each half like the one before, half new: only neighbours are alike.
    void doesNotChainWeakLikenessThroughTheCase()
    {
        Sources sources;
        constexpr int links = 12;
        for (int i = 0; i < links; ++i)
            sources.add(ownWords(QStringLiteral("part%1x").arg(i), 100)
                        + ownWords(QStringLiteral("part%1x").arg(i + 1), 100));
        for (const Origin &origin : sources.origins())
            QVERIFY(origin.members.size() <= 2);
    }

    void followsACopyOfACopy()
    {
        Sources sources;
        sources.add(wireStory());
        const QString copy = reworked(140, "w");
        sources.add(copy);
        sources.add(wordsOf(copy, 210) + ownWords(QStringLiteral("tail"), 80));
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 3"));
        QCOMPARE(sources.member(3).other, DocumentId{2});
    }

    void letsAPersonOverrule()
    {
        Sources sources;
        sources.add(wireStory());
        sources.add(wireStory());
        sources.add(wireStory());
        sources.add(otherReport());
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 3|4"));
        sources[2].origin = DocumentId{2};
        QCOMPARE(sources.grouped(), QStringLiteral("1 3|2|4"));
        QCOMPARE(sources.member(2).why, Why::Alone);
        sources[4].origin = DocumentId{2};
        QCOMPARE(sources.grouped(), QStringLiteral("1 3|2 4"));
        QCOMPARE(sources.member(4).why, Why::Decision);
        sources[2].origin = {};
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 3 4"));
        sources[4].origin = DocumentId{77}; // Not in the case.
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 3|4"));
    }

    void takesTheFirstOfAGroupOut()
    {
        Sources sources;
        sources.add(wireStory());
        sources.add(wireStory());
        sources.add(wireStory());
        sources[1].origin = DocumentId{1};
        QCOMPARE(sources.grouped(), QStringLiteral("1|2 3"));
    }

    void takesAGroupAlongWithItsFirst()
    {
        Sources sources;
        sources.add(otherReport());
        sources.add(wireStory());
        sources.add(wireStory());
        sources[2].origin = DocumentId{1};
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 3"));
    }

    void endsCircles()
    {
        Sources sources;
        sources.add(wireStory());
        sources.add(wireStory());
        sources.add(otherReport());
        sources[1].origin = DocumentId{2}; // Which repeats 1, as the texts tell.
        QCOMPARE(sources.grouped(), QStringLiteral("2 1|3"));
        sources[2].origin = DocumentId{3};
        sources[3].origin = DocumentId{1};
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 3"));
        Sources captures;
        captures.add(wireStory()).replaces = DocumentId{2};
        captures.add(otherReport()).replaces = DocumentId{1};
        captures.add(QString()).replaces = DocumentId{3};
        QCOMPARE(captures.grouped(), QStringLiteral("1 2|3"));
        QCOMPARE(captures.origins().size(), 2U);
    }

    void countsCapturesOfOneDocumentOnce()
    {
        Sources sources;
        sources.add(wireStory());
        sources.add(otherReport()).replaces = DocumentId{1};
        sources.add(otherReport()).replaces = DocumentId{2};
        sources.add(wireStory());
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 3 4"));
        QCOMPARE(sources.member(3).why, Why::Capture);
        QCOMPARE(sources.member(3).article, DocumentId{1});
        QCOMPARE(sources.origins().front().articles, 2);
        sources[3].origin = DocumentId{3};
        QCOMPARE(sources.grouped(), QStringLiteral("1 2 4|3"));
    }

    void findsEveryCopyAmongManyWithOneFooter()
    {
        const QString footer = ownWords(QStringLiteral("footer"), 40);
        Sources sources;
        constexpr int stories = 300;
        for (int i = 0; i < stories; ++i)
            sources.add(ownWords(QStringLiteral("story%1x").arg(i), 200) + footer);
        for (int i = 0; i < stories; ++i)
            sources.add(ownWords(QStringLiteral("story%1x").arg(i), 150) + footer);
        const std::vector<Origin> origins = sources.origins();
        QCOMPARE(origins.size(), std::size_t{stories});
        for (const Origin &origin : origins) {
            QCOMPARE(origin.members.size(), 2U);
            QCOMPARE(numberOf(origin.members[1].document), numberOf(origin.document()) + stories);
        }
    }

    void doesNotDependOnTheOrderGiven()
    {
        std::vector<Sourced> documents;
        for (int i = 1; i <= 20; ++i) {
            const QString text = i % 3 == 0 ? otherReport() : edited(wireStory(), 12 + i);
            documents.push_back(
                {.id = DocumentId{i}, .fingerprint = fingerprintOf(text), .published = at("2022-05-03T06:00Z")});
        }
        const std::vector<Origin> origins = originsOf(documents);
        std::ranges::reverse(documents);
        QCOMPARE(originsOf(documents), origins);
        QCOMPARE(originsOf({}), std::vector<Origin>());
    }
};

QTEST_APPLESS_MAIN(TestOrigins)
#include "tst_origins.moc"
