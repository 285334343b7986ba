#include "deskfixture.h"

#include <QQuickStyle>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Selects words of a source in the real window, by pointer and keys, and uses them.
class TestWordSelection : public QObject
{
    Q_OBJECT

    Session &session() { return m_desk->session(); }
    DocumentId report() { return DocumentId{session().sources()->index(0).data(SourceListModel::IdRole).toLongLong()}; }
    std::size_t evidenceOf(qint64 incident)
    {
        return session().store()->current()->evidence(IncidentId{incident}).value().size();
    }

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void init() { m_desk = std::make_unique<DeskFixture>(); }

    void cleanup()
    {
        const qsizetype warnings = m_desk->warnings();
        m_desk.reset();
        QCOMPARE(warnings, 0);
    }

    void wordsOfTwoParagraphsAreAddedToAnIncident()
    {
        session().selection()->openDocument(numberOf(report()));
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        QCOMPARE(session().reader()->rowCount(), 3);
        session().words()->begin(0, 0);
        m_desk->item(u"readerText"_s)->forceActiveFocus();
        for (int sentence = 0; sentence < 3; ++sentence)
            m_desk->key(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(session().words()->words().startsWith(u"Fighting was reported overnight.\n\n“At 00:05"));
        const qint64 known = session().incidents()->idAt(1);
        const std::size_t before = evidenceOf(known);
        m_desk->key(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_desk->item(u"attachList"_s));
        QTRY_VERIFY(m_desk->item(u"attachQuery"_s)->hasActiveFocus());
        m_desk->type(u"Ceasefire"_s);
        QTRY_COMPARE(session().attach()->count(), 1);
        session().attach()->setStance(static_cast<int>(Stance::Disputes));
        m_desk->key(Qt::Key_Return);
        QTRY_COMPARE(evidenceOf(known), before + 1);
        const Evidence added = session().store()->current()->evidence(IncidentId{known}).value().back();
        QVERIFY(added.quote.exact.startsWith(u"Fighting was"));
        QVERIFY(added.matches);
        QVERIFY(!added.quote.suffix.isEmpty());
        QCOMPARE(added.claim.stance, Stance::Disputes);
        QCOMPARE(session().selection()->incidentNumber(), known);
    }

    void thePointerSelectsWordsForANewIncident()
    {
        session().selection()->openDocument(numberOf(report()));
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        session().words()->takeWord(0, 2);
        QCOMPARE(session().words()->words(), u"Fighting");
        m_desk->click(u"draftFromWords"_s);
        QTRY_VERIFY(session().draft()->isOpen());
        QCOMPARE(session().draft()->words(), u"Fighting");
        QVERIFY(m_desk->item(u"readerText"_s));
    }

    void theSpeakerComesWithTheWords()
    {
        m_desk->readIn(u"Statements"_s,
                       u"Little else is known.\n\n“Three people were hurt,” Anna Petrosyan said. “The road is shut,” "
                       "Karen Sargsyan said."_s);
        QTRY_VERIFY(session().found()->isRead());
        const auto speakerOf = [this](const QString &words) {
            const qsizetype begin = session().reader()->document().text.indexOf(words);
            return session().found()->speakerOf({begin, begin + words.size()});
        };
        QCOMPARE(speakerOf(u"people were"_s), u"Anna Petrosyan"_s);
        QCOMPARE(speakerOf(u"“The road is shut,” Karen Sargsyan said."_s), u"Karen Sargsyan"_s);
        QCOMPARE(speakerOf(u"hurt,” Anna Petrosyan said. “The road"_s), QString()); // No quote as a whole
        QCOMPARE(speakerOf(u"“Three people were hurt,” Anna Petrosyan said. “The road is shut,”"_s), QString()); // Two
        QCOMPARE(speakerOf(u"Little else"_s), QString());

        session().words()->takeWord(1, 10);
        QCOMPARE(session().words()->words(), u"people"_s);
        m_desk->click(u"draftFromWords"_s);
        QTRY_COMPARE(session().draft()->speaker(), u"Anna Petrosyan"_s);
        session().draft()->cancel();
        session().words()->takeWord(1, 10);
        m_desk->click(u"attachWords"_s);
        QTRY_COMPARE(session().attach()->speaker(), u"Anna Petrosyan"_s);
    }

    void whatCanBeDoneFitsTheNarrowestWindow()
    {
        m_desk->window()->resize(m_desk->window()->minimumSize());
        session().selection()->openDocument(numberOf(report()));
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        session().words()->takeWord(0, 2);
        const QQuickItem *reader = m_desk->item(u"reader"_s);
        for (const QString &name : {u"draftFromWords"_s, u"attachWords"_s, u"replaceSource"_s, u"toggleMap"_s}) {
            QTRY_VERIFY2(m_desk->item(name), qPrintable(name));
            const QQuickItem *button = m_desk->item(name);
            QTRY_VERIFY2(button->mapToItem(reader, {button->width(), 0}).x() <= reader->width(), qPrintable(name));
        }
    }

    void textOfRightToLeftScriptsStandsAtTheRight()
    {
        m_desk->readIn(u"تقرير"_s, u"قصفت القوات مدينة غوريس يوم الثلاثاء.\n\nשלום עולם\n\nPlain words."_s);
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        QList<QQuickItem *> paragraphs;
        const auto find = [&paragraphs](auto &&self, QQuickItem *item) -> void {
            if (item->property("rightToLeft").isValid())
                paragraphs.append(item);
            for (QQuickItem *child : item->childItems())
                self(self, child);
        };
        find(find, m_desk->item(u"readerText"_s));
        QCOMPARE(paragraphs.size(), 3);
        for (QQuickItem *paragraph : paragraphs)
            QCOMPARE(paragraph->property("rightToLeft").toBool(), paragraph->property("index").toInt() < 2);
    }

private:
    std::unique_ptr<DeskFixture> m_desk;
};

QTEST_MAIN(TestWordSelection)
#include "tst_wordselection.moc"
