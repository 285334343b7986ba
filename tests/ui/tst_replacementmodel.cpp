#include "casefixture.h"
#include "openwindow.h"
#include "ui/replacementmodel.h"
#include "ui/session.h"
#include "ui/sourcelistmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestReplacementModel : public QObject
{
    Q_OBJECT

    QUrl fileWith(const QString &text)
    {
        QFile file(m_folder->filePath(u"newer.txt"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the test's folder cannot be written");
        file.write(text.toUtf8());
        return QUrl::fromLocalFile(file.fileName());
    }

    // The report with “shells” for “rockets” in its first quote, and a line before it.
    static QString edited() { return u"Updated.\n"_s + reportText().replace(u"shells"_s, u"rockets"_s); }

    void openReport() { m_session->selection()->openDocument(1); }

    void hold(const QString &text)
    {
        openReport();
        model()->takeFile(fileWith(text));
        QTRY_COMPARE(model()->state(), ReplacementModel::Ready);
    }

    ReplacementModel *model() { return m_session->replacement(); }
    const Case &file() { return *m_session->store()->current(); }
    std::vector<DocumentSummary> documents() { return file().documents().value(); }
    QStringList evidenceWords()
    {
        QStringList words;
        const std::vector<Incident> incidents = file().incidents().value();
        for (const Incident &incident : incidents) {
            const std::vector<Evidence> evidence = file().evidence(incident.id).value();
            for (const Evidence &one : evidence)
                words.append(QString::number(numberOf(one.quote.document)) + u' ' + one.quote.exact);
        }
        return words;
    }
    QVariant at(int row, ReplacementModel::Role role) { return model()->index(row).data(role); }

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        const Result<void> made = makeTestCase(path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_session = std::make_unique<Session>();
        m_session->openPath(path);
        QTRY_VERIFY(m_session->hasCase());
    }

    void cleanup()
    {
        m_session.reset();
        m_folder.reset();
    }

    void offersItForTheNewestCaptureThatIsOpen()
    {
        QVERIFY(!model()->canReplace());
        openReport();
        QVERIFY(model()->canReplace());
        QVERIFY(!model()->isOlder());
        QVERIFY(model()->captureText().isEmpty());
        const QSignalSpy wanted(model(), &ReplacementModel::fileWanted);
        model()->ask();
        QCOMPARE(wanted.count(), 1);
    }

    void showsWhatChangedAndWritesNothing()
    {
        const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString label = m_session->undoText();
        hold(edited());
        QCOMPARE(model()->summary(), u"1 of 2 quotes stand in the new capture"_s);
        QCOMPARE(model()->counts(), u"1 moved · 1 with other words"_s);
        QCOMPARE(model()->rows(), 1);
        const auto was = at(0, ReplacementModel::WasRole).value<Excerpt>();
        const auto is = at(0, ReplacementModel::IsRole).value<Excerpt>();
        QCOMPARE(was.words.in(was.text), u"At 00:05 on Tuesday shells fell towards Goris,");
        QCOMPARE(is.words.in(is.text), u"At 00:05 on Tuesday rockets fell towards Goris,");
        QCOMPARE(was.marks.size(), 1U);
        QCOMPARE(was.marks[0].in(was.text), u"shells");
        QCOMPARE(is.marks.at(0).in(is.text), u"rockets");
        QVERIFY(was.text.startsWith(u"Fighting was reported"_s));
        QVERIFY(at(0, ReplacementModel::UsesRole).toString().contains(u"Shelling towards Goris"_s));
        QVERIFY(at(0, ReplacementModel::DecidableRole).toBool());
        QVERIFY(!at(0, ReplacementModel::TakenRole).toBool());
        QCOMPARE(m_session->undoText(), label);
        model()->cancel();
        QCOMPARE(model()->state(), ReplacementModel::Closed);
        QCOMPARE(documents().size(), 1U);
    }

    void keepsTheChangedQuoteOnTheOlderCapture()
    {
        hold(edited());
        QCOMPARE(model()->consequence(),
                 u"1 quote goes over to the new capture, 1 stays on the older one, which stays in the case."_s);
        model()->confirm();
        QCOMPARE(model()->state(), ReplacementModel::Closed);
        QCOMPARE(documents().size(), 2U);
        QCOMPARE(documents()[1].name, u"Shelling on the border"_s);
        QCOMPARE(documents()[1].replaces, DocumentId{1});
        QCOMPARE(evidenceWords(),
                 (QStringList{u"1 At 00:05 on Tuesday shells fell towards Goris,"_s, u"2 drones were used as well"_s}));
        QCOMPARE(m_session->selection()->documentNumber(), 2);
        QVERIFY(model()->captureText().startsWith(u"Newer capture"_s));
    }

    void takesTheNewWordsInOneStep()
    {
        const QStringList before = evidenceWords();
        hold(edited());
        model()->decide(0, true);
        QVERIFY(at(0, ReplacementModel::TakenRole).toBool());
        model()->confirm();
        QCOMPARE(
            evidenceWords(),
            (QStringList{u"2 At 00:05 on Tuesday rockets fell towards Goris,"_s, u"2 drones were used as well"_s}));
        m_session->undo();
        QCOMPARE(evidenceWords(), before);
        QCOMPARE(documents().size(), 1U);
        m_session->redo();
        QCOMPARE(documents().size(), 2U);
    }

    void decidesLater()
    {
        hold(edited());
        model()->confirm();
        openReport();
        QVERIFY(!model()->canReplace());
        QVERIFY(model()->isOlder());
        QVERIFY(model()->canCompare());
        QVERIFY(model()->captureText().contains(u"1 quote stands on it"_s));
        model()->compare();
        QTRY_COMPARE(model()->state(), ReplacementModel::Ready);
        QVERIFY(model()->isStored());
        QVERIFY(!model()->canConfirm());
        model()->decide(0, true);
        QVERIFY(model()->canConfirm());
        model()->confirm();
        QCOMPARE(documents().size(), 2U);
        QCOMPARE(file().quoteCount(documents()[0].id).value(), 0);
        openReport();
        QVERIFY(!model()->canCompare());
        model()->openNewer();
        QCOMPARE(m_session->selection()->documentNumber(), 2);
    }

    void saysSoWhereAllStands()
    {
        hold(reportText());
        QCOMPARE(model()->summary(), u"All 2 quotes stand in the new capture"_s);
        QCOMPARE(model()->measure(), u"The new capture has the very same text."_s);
        QCOMPARE(model()->rows(), 0);
        model()->confirm();
        QCOMPARE(file().quoteCount(documents()[0].id).value(), 0);
        QCOMPARE(file().quoteCount(documents()[1].id).value(), 2);
    }

    void saysSoWhereAllIsGone()
    {
        hold(u"This page is not here any more."_s);
        QCOMPARE(model()->summary(), u"None of the 2 quotes is in the new capture"_s);
        QCOMPARE(model()->rows(), 2);
        for (int row = 0; row < 2; ++row) {
            QVERIFY(!at(row, ReplacementModel::DecidableRole).toBool());
            QVERIFY(at(row, ReplacementModel::IsRole).value<Excerpt>().text.isEmpty());
            model()->decide(row, true);
            QVERIFY(!at(row, ReplacementModel::TakenRole).toBool());
        }
        const QStringList before = evidenceWords();
        model()->confirm();
        QCOMPARE(evidenceWords(), before);
        QCOMPARE(documents().size(), 2U);
    }

    void saysWhyAFileCannotBeTaken()
    {
        openReport();
        model()->takeFile(QUrl::fromLocalFile(m_folder->filePath(u"none.txt"_s)));
        QTRY_COMPARE(model()->state(), ReplacementModel::Closed);
        QVERIFY(m_session->notice().contains(u"none.txt"_s));
    }

    void listsOlderCapturesBelowTheNewest()
    {
        hold(edited());
        model()->confirm();
        const auto line = [this](int row, SourceListModel::Role role) {
            return m_session->sources()->index(row).data(role).toString();
        };
        QCOMPARE(line(0, SourceListModel::IdRole), u"2"_s);
        QVERIFY(line(0, SourceListModel::CaptureRole).isEmpty());
        QCOMPARE(line(1, SourceListModel::IdRole), u"1"_s);
        QVERIFY(line(1, SourceListModel::CaptureRole).startsWith(u"Older capture"_s));
        m_session->selection()->selectIncident(1);
        const EvidenceModel *cards = m_session->details()->evidence();
        QVERIFY(cards->index(0).data(EvidenceModel::SourceRole).toString().endsWith(u"older capture"_s));
        QVERIFY(!cards->index(1).data(EvidenceModel::SourceRole).toString().endsWith(u"older capture"_s));
    }

    void letsAPersonDecideInTheWindow()
    {
        const OpenWindow open(*m_session);
        QQuickWindow *window = open.window();
        const auto item = [&open](const QString &name) { return open.named(name); };
        const auto click = [window](QQuickItem *button) {
            QTest::mouseClick(window, Qt::LeftButton, {},
                              button->mapToScene({button->width() / 2, button->height() / 2}).toPoint());
        };
        openReport();
        QTRY_VERIFY(item(u"replaceSource"_s));
        hold(edited());
        QTRY_VERIFY(item(u"takeNewWords"_s));
        QTRY_VERIFY(item(u"replaceButton"_s));
        QVERIFY(item(u"keepOlderCapture"_s)->property("checked").toBool());
        // Without a mouse: the option by Space, as a person who cannot see the pointer does it.
        item(u"takeNewWords"_s)->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(window, Qt::Key_Space);
        QTRY_VERIFY(at(0, ReplacementModel::TakenRole).toBool());
        QTRY_VERIFY(!item(u"keepOlderCapture"_s)->property("checked").toBool());
        click(item(u"keepOlderCapture"_s));
        QTRY_VERIFY(!at(0, ReplacementModel::TakenRole).toBool());
        click(item(u"replaceButton"_s));
        QTRY_COMPARE(documents().size(), 2U);
        QTRY_VERIFY(!item(u"replaceButton"_s));
        QCOMPARE(open.warnings().count(), 0);
    }

    void shortensWhatIsTheSameInALongQuote()
    {
        const QString same = u"the same words again and again "_s.repeated(100);
        const QString text = u"Before. "_s + same + u"49"_s + same + u" After."_s;
        const TextSpan words{8, text.size() - 7};
        const Excerpt excerpt = excerptFrom(text, words, {{same.size(), same.size() + 2}});
        QVERIFY(excerpt.text.size() < 1500);
        QCOMPARE(excerpt.marks.size(), 1U);
        QCOMPARE(excerpt.marks[0].in(excerpt.text), u"49");
        QVERIFY(excerpt.text.startsWith(u"Before. the same"_s));
        QVERIFY(excerpt.text.endsWith(u" After."_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(TestReplacementModel)
#include "tst_replacementmodel.moc"
