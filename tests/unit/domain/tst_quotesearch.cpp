#include "domain/quotesearch.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;
using enum Refound::Outcome;

namespace
{

const QString report = u"Fighting was reported overnight on the border.\n"
                       "“At 00:05 on Tuesday units began intensive shelling in the direction of Goris,” the ministry "
                       "said.\nAt least 49 servicemen were killed, the prime minister told parliament.\n"
                       "The other side said that it had answered provocations.\n"_s;

Quote cut(const QString &text, const QString &words, qsizetype from = 0)
{
    const qsizetype begin = text.indexOf(words, from);
    if (begin < 0)
        qFatal("the words are not in the text");
    return quoteFrom(DocumentId{1}, text, {begin, begin + words.size()}).value();
}

QString wordsAt(const Refound &refound, const QString &text)
{
    return refound.span.in(text).toString();
}

/// A text of about @p size letters in which no sentence comes twice.
QString longText(qsizetype size)
{
    QString text;
    text.reserve(size + 200);
    std::uint32_t state = 1;
    const QStringList words =
        u"shells fell on the village near a river after dark and nobody was hurt as officials said "
        "while soldiers guarded roads between towns where schools closed early that week"_s.split(u' ');
    while (text.size() < size) {
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525 + 1013904223;
            text += words[qsizetype{state >> 16} % words.size()] + u' ';
        }
        text += QString::number(state) + u".\n"_s;
    }
    return text;
}

} // namespace

Q_DECLARE_METATYPE(Refound::Outcome)

class TestQuoteSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAQuoteInItsOwnText()
    {
        const Quote quote = cut(report, u"intensive shelling"_s);
        const Refound refound = refind(quote, report);
        QCOMPARE(refound, (Refound{Exact, *spanOf(quote, report), 1, false}));
    }

    void findsAQuoteInAnotherText_data()
    {
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("is");
        QTest::addColumn<Refound::Outcome>("outcome");
        QTest::addColumn<QString>("found");
        QTest::addColumn<bool>("ambiguous");
        const auto row = [](const char *name, const QString &was, const QString &words, const QString &is,
                            Refound::Outcome outcome, const QString &found, bool ambiguous = false) {
            QTest::newRow(name) << was << words << is << outcome << found << ambiguous;
        };
        const QString shelling = u"units began intensive shelling in the direction of Goris,"_s;
        row("a line before it", report, shelling, u"UPDATED at noon\n"_s + report, Moved, shelling);
        row("a line before it, in code points of two units", report, shelling, u"😀😀😀\n"_s + report, Moved, shelling);
        row("other words after it", report, u"Fighting was reported"_s, u"Fighting was reported. Nothing else was."_s,
            Exact, u"Fighting was reported"_s);
        row("nothing left of its neighbours, yet long enough", report, shelling, u"News: "_s + shelling, Moved,
            shelling);
        row("a few words with none of their neighbours", report, u"49"_s, u"They live at 49 Long Street"_s, Moved,
            u"49"_s, true);
        row("a few words with the same neighbours", report, u"49"_s,
            u"Officials say at least 49 servicemen were killed."_s, Moved, u"49"_s);
        row("a number changed", report, u"At least 49 servicemen were killed"_s,
            QString(report).replace(u"49"_s, u"105"_s), Changed, u"At least 105 servicemen were killed"_s);
        row("only the number was quoted", report, u"49"_s, QString(report).replace(u"49"_s, u"105"_s), Changed,
            u"105"_s);
        row("the words stand in a larger number", report, u"49 servicemen were killed"_s,
            QString(report).replace(u"49"_s, u"149"_s), Changed, u"149 servicemen were killed"_s);
        row("the words stand in a number with a comma", report, u"49 servicemen were killed"_s,
            QString(report).replace(u"49"_s, u"1,149"_s), Changed, u"1,149 servicemen were killed"_s);
        row("the words stand in a longer word", u"He said: combatants were killed there."_s,
            u"combatants were killed"_s, u"He said: non-combatants were killed there."_s, Changed,
            u"non-combatants were killed"_s);
        row("a word was put in", report, shelling, QString(report).replace(u"intensive"_s, u"an intensive night"_s),
            Changed, u"units began an intensive night shelling in the direction of Goris,"_s);
        row("its end was cut", report, shelling, report.left(report.indexOf(u" in the direction"_s)), Changed,
            u"units began intensive shelling"_s);
        row("its beginning was cut", report, shelling, report.mid(report.indexOf(u"intensive"_s)), Changed,
            u"intensive shelling in the direction of Goris,"_s);
        row("its sentence was taken out", report, u"At least 49 servicemen were killed"_s,
            u"A festival of flowers opened in the capital, with music until late."_s, Lost, QString());
        row("an empty text", report, shelling, QString(), Lost, QString());
        row("white space only", report, shelling, u" \n\t "_s, Lost, QString());
        row("the quote is the text", u"Shells fell."_s, u"Shells fell."_s, u"Today: Shells fell. More soon."_s, Moved,
            u"Shells fell."_s, true);
        row("right to left", u"قالت الوزارة إن القصف استهدف مدينة غوريس ليلا."_s, u"القصف استهدف مدينة غوريس"_s,
            u"محدث: قالت الوزارة إن القصف استهدف مدينة غوريس ليلا."_s, Moved, u"القصف استهدف مدينة غوريس"_s);
        row("right to left, changed", u"قالت الوزارة إن القصف استهدف مدينة غوريس ليلا."_s,
            u"القصف استهدف مدينة غوريس"_s, u"قالت الوزارة إن القصف استهدف قرية غوريس ليلا."_s, Changed,
            u"القصف استهدف قرية غوريس"_s);
        row("Armenian, changed", u"Գիշերը գնդակոծվել է Գորիս քաղաքը, հայտնեց նախարարությունը։"_s,
            u"գնդակոծվել է Գորիս քաղաքը"_s, u"Գիշերը գնդակոծվել է Ջերմուկ քաղաքը, հայտնեց նախարարությունը։"_s, Changed,
            u"գնդակոծվել է Ջերմուկ քաղաքը"_s);
        row("a script without spaces", u"国防部说，星期二零时五分部队开始猛烈炮击格里斯方向。"_s, u"部队开始猛烈炮击"_s,
            u"更新：国防部说，星期二零时五分部队开始猛烈炮击格里斯方向。"_s, Moved, u"部队开始猛烈炮击"_s);
        row("a script without spaces, changed", u"国防部说，星期二零时五分部队开始猛烈炮击格里斯方向。"_s,
            u"部队开始猛烈炮击"_s, u"国防部说，星期二零时五分部队停止猛烈炮击格里斯方向。"_s, Changed,
            u"部队停止猛烈炮击"_s);
    }
    void findsAQuoteInAnotherText()
    {
        QFETCH(QString, was);
        QFETCH(QString, words);
        QFETCH(QString, is);
        QFETCH(QString, found);
        const Refound refound = refind(cut(was, words), is);
        QTEST(refound.outcome, "outcome");
        QCOMPARE(wordsAt(refound, is), found);
        QTEST(refound.ambiguous, "ambiguous");
        if (refound.outcome == Changed)
            QVERIFY(refound.likeness < 1);
        else
            QCOMPARE(refound.likeness, refound.outcome == Lost ? 0.0 : 1.0);
    }

    void whatReadsTheSameIsChangedAllTheSame_data()
    {
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("is");
        QTest::newRow("a line end for a space") << u"shells fell on the café"_s << u"shells fell\non the café"_s;
        QTest::newRow("no-break spaces") << u"shells fell on the café"_s << u"shells fell on\u00a0the\u202fcafé"_s;
        QTest::newRow("decomposed letters") << u"shells fell on the café"_s << u"shells fell on the cafe\u0301"_s;
        QTest::newRow("soft hyphens") << u"shells fell on the café"_s << u"sh\u00adells fell on the café"_s;
        QTest::newRow("straight marks for curly ones")
            << u"they’re “here”, it said"_s << u"they're \"here\", it said"_s;
        QTest::newRow("dashes") << u"two days – or three – of war"_s << u"two days — or three - of war"_s;
    }
    void whatReadsTheSameIsChangedAllTheSame()
    {
        QFETCH(QString, was);
        QFETCH(QString, is);
        const QString text = u"The ministry said that %1, and that nobody was hurt."_s;
        const Refound refound = refind(cut(text.arg(was), was), text.arg(is));
        QCOMPARE(refound.outcome, Changed);
        QCOMPARE(wordsAt(refound, text.arg(is)), is);
        QCOMPARE(refound.likeness, 1.0);
    }

    void otherCaseOrAccentsAreOtherWords_data()
    {
        QTest::addColumn<QString>("is");
        QTest::newRow("case") << u"Shells fell on the café in May"_s;
        QTest::newRow("accent") << u"shells fell on the cafe in May"_s;
    }
    void otherCaseOrAccentsAreOtherWords()
    {
        QFETCH(QString, is);
        const QString text = u"The ministry said that %1, and that nobody was hurt."_s;
        const QString was = u"shells fell on the café in May"_s;
        const Refound refound = refind(cut(text.arg(was), was), text.arg(is));
        QCOMPARE(refound.outcome, Changed);
        QCOMPARE(wordsAt(refound, text.arg(is)), is);
        QVERIFY(refound.likeness > 0.9 && refound.likeness < 1);
    }

    void tellsARepeatedSentenceByItsNeighbours()
    {
        const QString sentence = u"Nobody was hurt."_s;
        const QString was = u"Shells fell on Sotk at night. Nobody was hurt. Later drones flew over Jermuk. Nobody was "
                            "hurt. Talks go on."_s;
        const QString is = u"UPDATE "_s + was;
        const qsizetype second = was.lastIndexOf(sentence);
        QCOMPARE(refind(cut(was, sentence), is).span.begin, is.indexOf(sentence));
        const Refound refound = refind(cut(was, sentence, second), is);
        QCOMPARE(refound.outcome, Moved);
        QCOMPARE(refound.span.begin, is.lastIndexOf(sentence));
        QVERIFY(!refound.ambiguous);
    }

    void followsTheNeighboursEvenWhereOtherWordsLikeItTookThePlace()
    {
        const QString was = u"A: no.\nB: no.\nC: yes.\n"_s;
        const QString is = u"Z: no.\nA: no.\nB: no.\nC: yes.\n"_s;
        const Refound refound = refind(cut(was, u"no."_s, 10), is);
        QCOMPARE(refound.outcome, Moved);
        QCOMPARE(refound.span.begin, is.indexOf(u"no.\nC"_s));
    }

    void saysSoWhereNothingTellsTwoPlacesApart()
    {
        const QString line = u"Shelling went on through the whole night, the ministry said.\n"_s;
        const Quote quote = cut(line.repeated(5), u"the whole night"_s, 2 * line.size());
        const QString is = u"Updated.\n"_s + line.repeated(5);
        const Refound refound = refind(quote, is);
        QCOMPARE(refound.outcome, Moved);
        QVERIFY(refound.ambiguous);
        QCOMPARE(wordsAt(refound, is), quote.exact);
        QVERIFY(std::abs(refound.span.begin - quote.begin) <= line.size());
    }

    void tellsPlacesApartByOneSideAlone()
    {
        Quote quote = cut(report, u"Goris"_s);
        const QString is = u"To the north of Goris it was calm. Later in the direction of Goris it was not."_s;
        quote.suffix.clear();
        QCOMPARE(refind(quote, is).span.begin, is.lastIndexOf(u"Goris"_s));
        QVERIFY(!refind(quote, is).ambiguous);
    }

    void doesWithoutNeighbours()
    {
        Quote quote = cut(report, u"units began intensive shelling"_s);
        quote.prefix.clear();
        quote.suffix.clear();
        QCOMPARE(refind(quote, report).outcome, Exact);
        QCOMPARE(refind(quote, u"Then "_s + report).outcome, Moved);
        QVERIFY(!refind(quote, u"Then "_s + report).ambiguous);
        QVERIFY(refind(quote, u"Then "_s + report + report).ambiguous);
        QCOMPARE(refind(quote, QString(report).replace(u"began"_s, u"started"_s)).outcome, Changed);
    }

    void knowsTheTextsBeginningAndEnd()
    {
        const QString was = u"No. Then they said much more about it. No."_s;
        const QString is = u"No. Then they said rather more about this thing, and: No. It was over then. No."_s;
        QCOMPARE(refind(cut(was, u"No."_s), is).outcome, Exact);
        const Refound last = refind(cut(was, u"No."_s, 5), is);
        QCOMPARE(wordsAt(last, is), u"No."_s);
        QCOMPARE(refind(cut(was, u"No."_s), was.mid(4)).span.begin, was.mid(4).indexOf(u"No."_s));
        QVERIFY(refind(cut(was, u"No."_s), was.mid(4)).ambiguous);
    }

    void doesNotCutPairs()
    {
        const QString was = u"a 😀 b"_s;
        const Quote quote = cut(was, u"😀"_s);
        QCOMPARE(refind(quote, u"xx a 😀 b"_s).span, (TextSpan{5, 7}));
        // Half a pair is a letter of its own, and does not stand in a whole one.
        const QString half = u"ab "_s + QChar(0xde00) + u" cd"_s;
        QCOMPARE(refind(quoteFrom({}, half, {3, 4}).value(), u"ab 😀 cd"_s).outcome, Lost);
    }

    void copesWithWhatNoCaseShouldHold()
    {
        QCOMPARE(refind({}, report), Refound{});
        Quote quote = cut(report, u"intensive shelling"_s);
        for (const qint64 begin :
             {std::numeric_limits<qint64>::min(), qint64{-1}, std::numeric_limits<qint64>::max()}) {
            quote.begin = begin;
            QCOMPARE(refind(quote, report).outcome, Moved);
        }
    }

    void findsALongQuote_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("moved") << u"front"_s;
        QTest::newRow("a word") << u"word"_s;
        QTest::newRow("its beginning") << u"begin"_s;
        QTest::newRow("its end") << u"end"_s;
        QTest::newRow("both ends") << u"both"_s;
        QTest::newRow("a page put in") << u"page"_s;
    }
    void findsALongQuote()
    {
        QFETCH(QString, change);
        const QString was = longText(300'000);
        const Quote quote = quoteFrom({}, was, {100'000, 200'000}).value();
        const auto with = [&](qsizetype at, qsizetype size, const QString &words) {
            return QString(was).replace(at, size, words);
        };
        const QString other = u"What stands here now has nothing to do with it. "_s.repeated(20);
        const QString is = change == u"front" ? u"New. "_s + was
            : change == u"word"               ? with(150'000, 4, u"QQQQQ"_s)
            : change == u"begin"              ? with(100'000, 900, other)
            : change == u"end"                ? with(199'100, 900, other)
            : change == u"both"               ? with(199'100, 900, other).replace(100'000, 900, other)
                                              : with(150'000, 0, other.repeated(4));
        const Refound refound = refind(quote, is);
        QCOMPARE(refound.outcome, change == u"front" ? Moved : Changed);
        QVERIFY(refound.likeness > 0.9);
        QVERIFY(std::abs(refound.span.begin - 100'000) < 1'000);
        QVERIFY(std::abs(refound.span.end - 200'000) < 5'000);
    }

    // Each would take minutes if the work grew with the square of the text's length.
    void staysFastWhateverTheTextHolds_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Refound::Outcome>("outcome");
        const QString many = u"a"_s.repeated(1'000'000);
        QTest::newRow("one letter") << u"a"_s << many << Lost;
        QTest::newRow("one word repeated") << u"ab ab ab"_s << u"ab "_s.repeated(400'000) << Exact;
        QTest::newRow("as many letters") << many << many << Exact;
        QTest::newRow("fewer letters") << many.left(100'000) << many + u" "_s + many << Lost;
        QTest::newRow("a last letter that differs") << many.left(100'000) + u"b"_s << many << Changed;
        QTest::newRow("a first letter that differs") << u"b"_s + many.left(100'000) << many << Changed;
        QTest::newRow("a middle letter that differs")
            << many.left(50'000) + u"b"_s + many.left(50'000) << many << Changed;
        QTest::newRow("a long text without it") << u"The festival of flowers opened"_s << longText(5'000'000) << Lost;
    }
    void staysFastWhateverTheTextHolds()
    {
        QFETCH(QString, words);
        QFETCH(QString, text);
        const Quote quote = quoteFrom({}, words, {0, words.size()}).value();
        const Refound refound = refind(quote, text);
        if (refound.outcome != Refound::Outcome::Changed)
            QTEST(refound.outcome, "outcome");
    }
};

QTEST_APPLESS_MAIN(TestQuoteSearch)
#include "tst_quotesearch.moc"
