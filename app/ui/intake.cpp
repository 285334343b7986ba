#include "ui/intake.h"

#include "sources/readsources.h"
#include "sources/writtentime.h"

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
        if (m_state == Closed)
            return;
        m_problem = tr("Only files on this computer can be read; save “%1” first").arg(file.toDisplayString());
        Q_EMIT changed();
        return;
    }
    readIn([path] { return readDocument(path); });
}

void Intake::takeText(const QString &text)
{
    readIn([text] { return documentFrom(text.toUtf8(), tr("the pasted text")); });
}

void Intake::takeClipboard()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        ask();
    else
        takeText(text);
}

void Intake::readIn(std::function<Result<Document>()> make)
{
    ask();
    if (m_state == Closed)
        return;
    m_state = Reading;
    Q_EMIT changed();
    m_places->start([guard = QPointer(this), target = m_places, turn = ++m_turn, make = std::move(make)] {
        Result<Document> read = make();
        QMetaObject::invokeMethod(target, [guard, turn, read = std::move(read)]() mutable {
            if (guard && turn == guard->m_turn && guard->m_state == Reading)
                guard->settle(std::move(read));
        });
    });
}

void Intake::settle(Result<Document> read)
{
    if (read) {
        m_document = std::move(*read);
        if (m_document.published) {
            m_published = isoFromUtc(m_document.published->instant).first(10);
            m_zone = m_document.published->zone;
        }
        m_state = Ready;
    } else {
        m_problem = read.error().message;
        m_state = Asking;
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
    const std::optional<Changed> done = m_store->apply(change);
    if (!done)
        return;
    cancel();
    if (!done->documents.empty())
        Q_EMIT added(numberOf(done->documents.front()));
}

void Intake::cancel()
{
    if (m_state == Closed)
        return;
    ++m_turn;
    m_document = {};
    m_state = Closed;
    Q_EMIT changed();
}

} // namespace dateline
