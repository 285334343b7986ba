#include "ui/caseabout.h"

#include <QFileInfo>
#include <QLocale>

namespace dateline
{

CaseAbout::CaseAbout(CaseStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(store, &CaseStore::opened, this, &CaseAbout::close);
}

bool CaseAbout::isReadOnly() const
{
    return !m_store->current() || m_store->current()->isReadOnly();
}

bool CaseAbout::isReady() const
{
    return !isReadOnly() && !m_info.title.trimmed().isEmpty() && m_info != m_store->current()->info();
}

void CaseAbout::set(QString CaseInfo::*part, const QString &text)
{
    if (m_info.*part == text)
        return;
    m_info.*part = text;
    Q_EMIT changed();
}

void CaseAbout::setTitle(const QString &title)
{
    set(&CaseInfo::title, title);
}

void CaseAbout::setAuthor(const QString &author)
{
    set(&CaseInfo::author, author);
}

void CaseAbout::setLicence(const QString &licence)
{
    set(&CaseInfo::licence, licence);
}

void CaseAbout::setNotes(const QString &notes)
{
    set(&CaseInfo::notes, notes);
}

QString CaseAbout::path() const
{
    return m_open ? m_store->current()->path() : QString();
}

QString CaseAbout::contents() const
{
    if (!m_open)
        return {};
    const qsizetype documents = static_cast<qsizetype>(m_store->valueOr(m_store->current()->documents()).size());
    return tr("%1, %2 sources")
        .arg(QLocale().formattedDataSize(QFileInfo(path()).size(), 1, QLocale::DataSizeSIFormat),
             QLocale().toString(documents));
}

QString CaseAbout::format() const
{
    if (!m_open)
        return {};
    const CaseFormat format = m_store->current()->format();
    return tr("Schema %1 of Dateline %2, made on %3")
        .arg(format.schema)
        .arg(format.program, QLocale().toString(format.created.toLocalTime().date(), QStringLiteral("d MMMM yyyy")));
}

void CaseAbout::show()
{
    if (!m_store->current())
        return;
    m_info = m_store->current()->info();
    m_open = true;
    Q_EMIT changed();
}

void CaseAbout::save()
{
    if (isReady() && m_store->apply({tr("Describe the case"), {m_info}}))
        close();
}

void CaseAbout::close()
{
    m_open = false;
    Q_EMIT changed();
}

} // namespace dateline
