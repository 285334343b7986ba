#include "casefixture.h"
#include "map/theme.h"
#include "openwindow.h"
#include "ui/incidentlayer.h"
#include "ui/networkrefusal.h"
#include "ui/session.h"

#include <QMimeData>
#include <QNetworkReply>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickTextDocument>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

// The words with a background in the visible paragraphs of the reader.
QString highlightedWords(QQuickItem *reader)
{
    QString words;
    itemWith(reader, [&](QQuickItem *item) {
        auto *document = qvariant_cast<QQuickTextDocument *>(item->property("textDocument"));
        if (!document || !document->textDocument())
            return false;
        const QTextBlock block = document->textDocument()->firstBlock();
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.format.background().color() == lightTheme().quoteMark)
                words += block.text().sliced(range.start, range.length);
        }
        return false;
    });
    return words;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

    void open(const QString &path)
    {
        m_session = std::make_unique<Session>();
        m_session->look()->setAppearance(Look::Light);
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        m_window = m_open->window();
    }

    void click(QQuickItem *item)
    {
        QVERIFY(item);
        QTest::mouseClick(m_window, Qt::LeftButton, {}, item->mapToScene({item->width() / 2, 12}).toPoint());
    }

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"case.gpkg"_s);
        const Result<void> made = makeTestCase(m_path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    }

    void cleanup()
    {
        const qsizetype warnings = m_open ? m_open->warnings().count() : 0;
        m_open.reset();
        m_session.reset();
        m_folder.reset();
        QCOMPARE(warnings, 0);
    }

    void fromTheListToTheWordsInTheSource()
    {
        open(m_path);
        QTRY_VERIFY(m_open->named(u"incidentShelling towards Goris"_s));
        click(m_open->named(u"incidentShelling towards Goris"_s));
        QTRY_COMPARE(m_session->details()->title(), u"Shelling towards Goris");
        QTRY_VERIFY(m_open->named(u"quoteCard"_s));
        QCOMPARE(m_session->details()->evidence()->rowCount(), 2);
        click(m_open->named(u"quoteCard"_s));
        QTRY_VERIFY(m_session->selection()->isReading());
        QTRY_VERIFY(m_open->named(u"readerText"_s));
        QTRY_COMPARE(highlightedWords(m_open->named(u"readerText"_s)),
                     u"At 00:05 on Tuesday shells fell towards Goris,");
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_VERIFY(!m_session->selection()->isReading());
        QCOMPARE(m_session->details()->title(), u"Shelling towards Goris");
    }

    void backAndForwardByKeyboard()
    {
        open(m_path);
        const qint64 first = m_session->incidents()->idAt(0);
        m_session->selection()->selectIncident(first);
        m_session->selection()->selectIncident(m_session->incidents()->idAt(1));
        QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_session->selection()->incidentNumber(), first);
        QTest::keyClick(m_window, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(m_session->selection()->incidentNumber(), m_session->incidents()->idAt(1));
    }

    void spacePlaysOverTimeAndStops()
    {
        open(m_path);
        QTRY_VERIFY(m_open->named(u"timeline"_s));
        m_open->named(u"timeline"_s)->forceActiveFocus(Qt::TabFocusReason);
        for (const QString &name : {u"Stop playing"_s, u"Play over time"_s}) {
            QTest::keyClick(m_window, Qt::Key_Space);
            QTRY_COMPARE(m_open->named(u"play"_s)->property("name").toString(), name);
        }
    }

    void anotherCaseIsOpenedWhileTheWindowGoesOn()
    {
        open(m_path);
        const QString other = m_folder->filePath(u"other.gpkg"_s);
        QVERIFY(createCase(other, u"Another"_s));
        m_session->openPath(other);
        QVERIFY(m_session->isOpening());
        QCOMPARE(m_session->casePath(), m_path); // Until the other is there.
        QTRY_COMPARE(m_session->caseTitle(), u"Another");
        QVERIFY(!m_session->isOpening());
        QCOMPARE(m_session->incidents()->total(), 0);
        // Of two, the last one asked for; and what cannot be opened leaves the present one.
        m_session->openPath(m_path);
        m_session->openPath(m_folder->filePath(u"none.gpkg"_s));
        QTRY_VERIFY(!m_session->notice().isEmpty());
        QVERIFY(!m_session->isOpening());
        QCOMPARE(m_session->casePath(), other);
    }

    void undoBringsARemovedIncidentBack()
    {
        open(m_path);
        m_session->selection()->selectIncident(m_session->incidents()->idAt(0));
        m_session->removeSelected();
        QCOMPARE(m_session->incidents()->total(), 1);
        QCOMPARE(m_session->undoText(), u"Remove “Shelling towards Goris”");
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_session->incidents()->total(), 2);
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_session->incidents()->total(), 1);
    }

    void proposalsAreDecidedByKeyboard()
    {
        open(m_path);
        QTRY_VERIFY(!m_session->review()->isBusy());
        Proposal proposal;
        proposal.incident.title = u"Drones over Goris"_s;
        proposal.claims = {{*quoteFrom(DocumentId{1}, reportText(), {0, 8}), Stance::Reports}};
        proposal.key = u"one"_s;
        Proposal other = proposal;
        other.key = u"two"_s;
        other.incident.title = u"Something else"_s;
        const DocumentId document{m_session->sources()->index(0).data(SourceListModel::IdRole).toLongLong()};
        m_session->review()->setRows({{document, proposal}, {document, other}});
        QMetaObject::invokeMethod(m_session.get(), &Session::documentAdded);
        QTRY_VERIFY(m_open->named(u"reviewList"_s));
        m_open->named(u"reviewList"_s)->forceActiveFocus();
        QTest::keyClick(m_window, Qt::Key_J);
        QTRY_COMPARE(m_session->review()->current(), 1);
        QTest::keyClick(m_window, Qt::Key_K);
        QTRY_COMPARE(m_session->review()->current(), 0);
        QTest::keyClick(m_window, Qt::Key_A);
        QTRY_COMPARE(m_session->incidents()->total(), 3);
        QTRY_VERIFY(m_open->named(u"reviewList"_s));
        const Result<std::vector<Decision>> decisions = m_session->store()->current()->decisions(document);
        QVERIFY(decisions);
        QVERIFY(
            std::ranges::any_of(*decisions, [](const Decision &d) { return d.proposalKey == u"one" && d.accepted; }));
    }

    void aRejectedProposalIsGoneAndUndoBringsItBack()
    {
        open(m_path);
        QTRY_VERIFY(!m_session->review()->isBusy());
        const DocumentId document{m_session->sources()->index(0).data(SourceListModel::IdRole).toLongLong()};
        Proposal proposal;
        proposal.incident.title = u"Drones over Goris"_s;
        proposal.claims = {{*quoteFrom(document, reportText(), {0, 8}), Stance::Reports}};
        proposal.key = u"one"_s;
        m_session->review()->setRows({{document, proposal}});
        QMetaObject::invokeMethod(m_session.get(), &Session::documentAdded);
        QTRY_VERIFY(m_open->named(u"reviewList"_s));
        m_open->named(u"reviewList"_s)->forceActiveFocus();
        QTest::keyClick(m_window, Qt::Key_X);
        const auto isOffered = [this, &proposal] {
            const ReviewModel *review = m_session->review();
            for (int row = 0; row < review->count(); ++row) {
                if (review->index(row).data(ReviewModel::TitleRole) == proposal.incident.title)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(!isOffered());
        QCOMPARE(m_session->incidents()->total(), 2);
        Result<std::vector<Decision>> decisions = m_session->store()->current()->decisions(document);
        QVERIFY(decisions);
        QCOMPARE(decisions->size(), 1U);
        QVERIFY(!decisions->front().accepted);
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_session->redoText().size() > 0);
        decisions = m_session->store()->current()->decisions(document);
        QVERIFY(decisions);
        QVERIFY(decisions->empty());
    }

    void aDroppedTextFileIsReadIn()
    {
        open(m_path);
        const QString path = m_folder->filePath(u"report.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Shelling near Goris on Tuesday, officials said.");
        file.close();
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(path)});
        const QPoint middle(m_window->width() / 2, m_window->height() / 2);
        QDragEnterEvent enter(middle, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window, &drop);
        QVERIFY(drop.isAccepted());
        QTRY_COMPARE(m_session->intake()->state(), Intake::Ready);
        QVERIFY(m_session->intake()->opening().startsWith(u"Shelling near Goris"));
        m_session->intake()->cancel();
    }

    void incidentsOfOneSpotFanOutOnAClick()
    {
        open(m_path);
        m_session->draft()->start();
        m_session->draft()->setTitle(u"Drones over Goris"_s);
        m_session->draft()->pick(46.339, 39.511, 10);
        m_session->draft()->confirm();
        QCOMPARE(m_session->incidents()->total(), 3);
        m_session->selection()->selectIncident(m_session->incidents()->idAt(0));
        auto *layer = qobject_cast<IncidentLayer *>(m_open->named(u"incidentLayer"_s));
        QVERIFY(layer);
        QTRY_COMPARE(layer->scene().marks.size(), 1U);
        QTRY_COMPARE(layer->scene().marks.front().incidents.size(), 2U);
        layer->click(layer->scene().marks.front().at);
        QTRY_COMPARE(layer->scene().marks.size(), 2U);
        for (const std::size_t i : {0U, 1U}) {
            const SceneMark mark = layer->scene().marks.at(i);
            QCOMPARE(mark.incidents.size(), 1U);
            layer->click(mark.at);
            QCOMPARE(m_session->selection()->incidentNumber(), numberOf(mark.incidents.front()));
            QTest::qWait(0);
        }
    }

    void aDocumentIsReadInFromPastedText()
    {
        open(m_path);
        m_session->intake()->takeText(u"Shelling near Goris on Tuesday, officials said."_s);
        QTRY_COMPARE(m_session->intake()->state(), Intake::Ready);
        m_session->intake()->setPublished(u"yesterday"_s);
        m_session->intake()->confirm();
        QVERIFY(!m_session->intake()->problem().isEmpty());
        m_session->intake()->setPublished(u"2022-09-14"_s);
        m_session->intake()->setTitle(u"A second report"_s);
        m_session->intake()->confirm();
        QTRY_COMPARE(m_session->intake()->state(), Intake::Closed);
        QCOMPARE(m_session->sources()->count(), 2);
        QVERIFY(m_session->selection()->isReading());
        QCOMPARE(m_session->reader()->name(), u"A second report");
    }

    void anEmptyTextGetsOneSentence()
    {
        open(m_path);
        m_session->intake()->takeText(QString());
        QTRY_COMPARE(m_session->intake()->state(), Intake::Asking);
        QVERIFY(!m_session->intake()->problem().isEmpty());
        m_session->intake()->cancel();
    }

    void anIncidentIsMadeFromWordsOfASource()
    {
        open(m_path);
        m_session->selection()->openDocument(m_session->sources()->index(0).data(SourceListModel::IdRole).toLongLong());
        m_session->draft()->startFromWords(0, 0, 8);
        QCOMPARE(m_session->draft()->words(), u"Fighting");
        m_session->draft()->confirm();
        QVERIFY(!m_session->draft()->problem().isEmpty());
        m_session->draft()->setTitle(u"Fighting overnight"_s);
        m_session->draft()->pick(46, 39.5, 10);
        m_session->draft()->confirm();
        QVERIFY(!m_session->draft()->isOpen());
        QCOMPARE(m_session->details()->title(), u"Fighting overnight");
        QCOMPARE(m_session->details()->evidence()->rowCount(), 1);
    }

    void aWrongPathOpensAnEmptyWindowWithASentence_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing there") << QByteArray();
        QTest::newRow("a text") << QByteArray("just words");
        QTest::newRow("cut short") << QByteArray("SQLite format 3\0 and then nothing", 30);
    }
    void aWrongPathOpensAnEmptyWindowWithASentence()
    {
        QFETCH(QByteArray, content);
        const QString path = m_folder->filePath(u"wrong.gpkg"_s);
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        open(path);
        QVERIFY(!m_session->hasCase());
        QVERIFY(!m_session->notice().isEmpty());
        QVERIFY(!m_session->notice().endsWith(u'.'));
    }

    void theMapTellsWhatItCannotShow()
    {
        open(m_path);
        auto *layer = qobject_cast<IncidentLayer *>(m_open->named(u"incidentLayer"_s));
        QVERIFY(layer);
        QTRY_COMPARE(layer->scene().count.total, 2);
        QTRY_VERIFY2(layer->countText().startsWith(u"1 of 2 shown on the map · 1 has no place"),
                     qPrintable(layer->countText()));
    }

    void nothingIsAskedOfTheNetwork()
    {
        NetworkRefusal refusal;
        const std::unique_ptr<QNetworkAccessManager> manager(refusal.create(nullptr));
        const std::unique_ptr<QNetworkReply> reply(manager->get(QNetworkRequest(QUrl(u"http://127.0.0.1:9/x"_s))));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::ProtocolUnknownError);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<OpenWindow> m_open;
    QQuickWindow *m_window = nullptr;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
