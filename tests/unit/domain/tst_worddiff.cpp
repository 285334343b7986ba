#include "domain/worddiff.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QStringList wordsOf(const std::vector<TextSpan> &spans, const QString &text)
{
    QStringList words;
    for (const TextSpan span : spans)
        words.append(span.in(text).toString());
    return words;
}

QString without(QString text, const std::vector<TextSpan> &spans)
{
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
        text.remove(span->begin, span->size());
    return text.simplified();
}

} // namespace

class TestWordDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTheWordsThatDiffer_data()
    {
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("is");
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<QStringList>("added");
        const auto row = [](const char *name, const QString &was, const QString &is, const QStringList &removed,
                            const QStringList &added) { QTest::newRow(name) << was << is << removed << added; };
        row("the same", u"shells fell"_s, u"shells fell"_s, {}, {});
        row("both empty", {}, {}, {}, {});
        row("from nothing", {}, u"shells fell"_s, {}, {u"shells fell"_s});
        row("to nothing", u"shells fell"_s, {}, {u"shells fell"_s}, {});
        row("a number", u"at least 49 men died"_s, u"at least 105 men died"_s, {u"49"_s}, {u"105"_s});
        row("a number with a comma", u"1,149 men"_s, u"1,150 men"_s, {u"1,149"_s}, {u"1,150"_s});
        row("a word put in", u"shells fell on Sotk"_s, u"shells fell again on Sotk"_s, {}, {u"again"_s});
        row("two words beside each other", u"shells fell on Sotk"_s, u"shells hit and burnt Sotk"_s, {u"fell on"_s},
            {u"hit and burnt"_s});
        row("two places", u"one shell fell on Sotk"_s, u"two shell fell on Goris"_s, {u"one"_s, u"Sotk"_s},
            {u"two"_s, u"Goris"_s});
        row("case", u"Shells fell"_s, u"shells fell"_s, {u"Shells"_s}, {u"shells"_s});
        row("a mark", u"shells fell."_s, u"shells fell!"_s, {u"."_s}, {u"!"_s});
        row("white space alone", u"shells fell"_s, u"shells\n fell"_s, {u" "_s}, {u"\n "_s});
        row("white space beside words", u"shells fell on Sotk"_s, u"shells\nfell on Goris"_s, {u"Sotk"_s},
            {u"Goris"_s});
        row("pairs", u"a 😀 b"_s, u"a 😁 b"_s, {u"😀"_s}, {u"😁"_s});
        row("no spaces", u"开始炮击"_s, u"停止炮击"_s, {u"开始"_s}, {u"停止"_s});
    }
    void marksTheWordsThatDiffer()
    {
        QFETCH(QString, was);
        QFETCH(QString, is);
        const WordDiff diff = diffWords(was, is);
        QTEST(wordsOf(diff.removed, was), "removed");
        QTEST(wordsOf(diff.added, is), "added");
        QCOMPARE(without(was, diff.removed), without(is, diff.added));
    }

    void marksAllBetweenOfVeryLongWordings()
    {
        const QString words = u"one two three four five "_s.repeated(4'000);
        const WordDiff diff = diffWords(u"A "_s + words + u"B"_s, u"C "_s + words + u"D"_s);
        QCOMPARE(diff.removed.size(), 1U);
        QCOMPARE(diff.added.size(), 1U);
        QCOMPARE(diff.removed[0], (TextSpan{0, words.size() + 3}));
    }
};

QTEST_APPLESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
