#include "ui/selftest.h"

#include "ui/session.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>

namespace dateline
{

namespace
{

std::atomic_int warningCount = 0;
QtMessageHandler handlerBefore = nullptr;

void countMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        ++warningCount;
    if (handlerBefore)
        handlerBefore(type, context, message);
}

template<typename Condition>
bool waitFor(const Condition &condition)
{
    const QDeadlineTimer deadline(20'000);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    return condition();
}

class Checks
{
public:
    void expect(bool holds, const QString &what)
    {
        if (holds)
            return;
        ++m_failed;
        std::fprintf(stderr, "self-test: %s\n", qUtf8Printable(what));
    }
    [[nodiscard]] int failed() const { return m_failed; }

private:
    int m_failed = 0;
};

void walkThrough(Session &session, Checks &checks)
{
    for (int row = 0; row < session.incidents()->count(); ++row) {
        session.selection()->selectIncident(session.incidents()->idAt(row));
        QCoreApplication::processEvents();
        const QString title = session.details()->title();
        checks.expect(session.details()->isPresent(), QStringLiteral("incident %1 is not shown").arg(row + 1));
        const EvidenceModel *evidence = session.details()->evidence();
        for (int i = 0; i < evidence->rowCount(); ++i) {
            const QModelIndex card = evidence->index(i);
            const QString words = card.data(EvidenceModel::WordsRole).toString();
            session.selection()->openQuote(card.data(EvidenceModel::DocumentRole).toLongLong(),
                                           card.data(EvidenceModel::QuoteRole).toLongLong());
            QCoreApplication::processEvents();
            checks.expect(session.reader()->markedWords() == words,
                          QStringLiteral("the reader does not highlight “%1” of “%2”").arg(words, title));
            session.selection()->closeReader();
        }
    }
    while (session.selection()->canGoBack())
        session.selection()->back();
    QCoreApplication::processEvents();
}

void exportFigure(Session &session, Checks &checks)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure.png"));
    const Result<FigureReport> report = session.figure()->write(path);
    checks.expect(report.has_value(), report ? QString() : report.error().message);
    checks.expect(!QImage(path).isNull(), QStringLiteral("the exported figure is no image"));
}

} // namespace

WarningCount::WarningCount()
    : m_before(qInstallMessageHandler(&countMessage))
{
    handlerBefore = m_before;
    warningCount = 0;
}

WarningCount::~WarningCount()
{
    qInstallMessageHandler(m_before);
    handlerBefore = nullptr;
}

int WarningCount::value() const
{
    return warningCount;
}

int selfTest(Session &session, QQuickWindow &window, const WarningCount &warnings)
{
    Checks checks;
    checks.expect(waitFor([&] { return window.isExposed(); }), QStringLiteral("the window does not open"));
    checks.expect(session.hasCase(), QStringLiteral("no case is open"));
    checks.expect(session.incidents()->total() > 0, QStringLiteral("the case has no incidents"));
    checks.expect(waitFor([&] { return session.baseMap()->isReady(); }), QStringLiteral("the base map is not there"));
    checks.expect(waitFor([&] { return !session.review()->isBusy(); }), QStringLiteral("reading does not end"));
    walkThrough(session, checks);
    if (session.baseMap()->isReady())
        exportFigure(session, checks);
    checks.expect(session.notice().isEmpty(), session.notice());
    checks.expect(warnings.value() == 0, QStringLiteral("%1 warnings").arg(warnings.value()));
    return checks.failed() == 0 ? 0 : 1;
}

} // namespace dateline
