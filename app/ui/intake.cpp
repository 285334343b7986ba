#include "ui/intake.h"

#include "sources/readsources.h"
#include "sources/writtentime.h"
#include "ui/wording.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPointer>

namespace dateline
{

namespace
{

constexpr qsizetype openingLength = 400;

} // namespace

Intake::Intake(CaseStore *store, Places *places, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_places(places)
{
}

void Intake::ask()
{
    if (m_state == Keeping)
        return;
    if (!m_store->current()) {
        m_store->tell(
            {Error::Kind::NotFound, tr("Open a case or make a new one first, then read documents into it"), {}});
        return;
    }
    m_document = {};
    m_published.clear();
    m_zone.clear();
    m_problem.clear();
    m_state = Asking;
    Q_EMIT changed();
}

void Intake::takeFile(const QUrl &file)
{
    const QString path = file.toLocalFile();
    if (path.isEmpty()) {
        ask();
        if (m_state != Asking)
            return;
        m_problem = tr("Only files on this computer can be read; save “%1” first").arg(file.toDisplayString());
        Q_EMIT changed();
        return;
    }
    readIn([path](const std::stop_token &stop) { return readSources(path, stop); }, file);
}

void Intake::takeText(const QString &text)
{
    readIn(
        [text](const std::stop_token &) {
            Result<Document> document = documentFrom(text.toUtf8(), tr("the pasted text"));
            return document ? SourcesRead{{std::move(*document)}, {}} : SourcesRead{{}, {document.error()}};
        },
        {});
}

void Intake::takeClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        ask();
    else
        takeText(text);
}

void Intake::readIn(std::function<SourcesRead(const std::stop_token &)> make, const QUrl &file)
{
    ask();
    if (m_state != Asking)
        return;
    m_state = Reading;
    m_stop = std::make_shared<std::stop_source>();
    Q_EMIT changed();
    m_places->start([guard = QPointer(this), target = m_places, stop = m_stop, file, make = std::move(make)] {
        SourcesRead read = stop->stop_requested() ? SourcesRead() : make(stop->get_token());
        QMetaObject::invokeMethod(target, [guard, stop, file, read = std::move(read)]() mutable {
            if (guard && stop == guard->m_stop)
                guard->settle(std::move(read), file);
        });
    });
}

void Intake::settle(SourcesRead read, const QUrl &file)
{
    m_stop.reset();
    if (read.documents.empty()) {
        m_problem = read.refused.empty() ? QString() : read.refused.front().message;
        m_state = Asking;
    } else if (read.documents.size() > 1 || !read.refused.empty()) {
        cancel();
        Q_EMIT severalFound(file);
        return;
    } else {
        m_document = std::move(read.documents.front());
        if (const std::optional<WrittenTime> &published = m_document.published) {
            m_published = whenInputText(When{spanOf(*published), published->zone, {}});
            m_zone = published->zone;
        }
        m_state = Ready;
    }
    Q_EMIT changed();
}

QString Intake::opening() const
{
    const QString start = m_document.text.left(openingLength).trimmed();
    return m_document.text.size() > openingLength ? start + QChar(0x2026) : start;
}

QString Intake::measure() const
{
    if (m_state != Ready)
        return {};
    return tr("%1 characters").arg(QLocale::c().toString(m_document.text.size()));
}

void Intake::setTitle(const QString &title)
{
    m_document.title = title;
    Q_EMIT changed();
}

void Intake::setPublisher(const QString &publisher)
{
    m_document.publisher = publisher;
    Q_EMIT changed();
}

void Intake::setAddress(const QString &address)
{
    m_document.address = address;
    Q_EMIT changed();
}

void Intake::setPublished(const QString &published)
{
    m_published = published;
    m_problem.clear();
    Q_EMIT changed();
}

void Intake::setZone(const QString &zone)
{
    m_zone = zone;
    m_problem.clear();
    Q_EMIT changed();
}

void Intake::confirm()
{
    if (m_state != Ready)
        return;
    m_document.published.reset();
    if (!m_published.trimmed().isEmpty()) {
        const Result<WrittenTime> time = writtenTimeFrom(m_published.trimmed(), m_zone.trimmed());
        if (!time) {
            m_problem = time.error().message;
            Q_EMIT changed();
            return;
        }
        m_document.published = *time;
    }
    m_document.id = DocumentId{-1};
    if (m_document.retrieved == UtcMinute{})
        m_document.retrieved = utcFromDateTime(QDateTime::currentDateTimeUtc());
    Change change{tr("Read “%1”").arg(nameOf(m_document)), {}};
    change.edits.emplace_back(m_document);
    m_state = Keeping;
    Q_EMIT changed();
    m_store->applyLater(std::move(change), this, [this](const std::optional<Changed> &done) { settleKept(done); });
}

void Intake::settleKept(const std::optional<Changed> &done)
{
    // What failed has been told; another attempt may do better.
    m_state = Ready;
    if (!done) {
        Q_EMIT changed();
        return;
    }
    cancel();
    if (!done->documents.empty())
        Q_EMIT added(numberOf(done->documents.front()));
}

void Intake::cancel()
{
    if (m_state == Closed || m_state == Keeping)
        return;
    if (m_stop)
        m_stop->request_stop();
    m_stop.reset();
    m_document = {};
    m_state = Closed;
    Q_EMIT changed();
}

} // namespace dateline
