#include "ui/casestore.h"

namespace dateline
{

CaseStore::CaseStore(QObject *parent)
    : QObject(parent)
{
}

bool CaseStore::take(Result<std::unique_ptr<Case>> result)
{
    if (!result) {
        tell(result.error());
        return false;
    }
    m_case = std::move(*result);
    Q_EMIT opened();
    return true;
}

bool CaseStore::open(const QString &path)
{
    return take(openCase(path));
}

bool CaseStore::create(const QString &path, const QString &title)
{
    return take(createCase(path, title));
}

bool CaseStore::copyTo(const QString &path)
{
    if (!m_case)
        return false;
    const Result<void> copied = copyCase(*m_case, path);
    if (!copied)
        tell(copied.error());
    return copied.has_value();
}

std::optional<Changed> CaseStore::publish(Result<Changed> result)
{
    if (!result) {
        tell(result.error());
        return std::nullopt;
    }
    Q_EMIT changed(*result);
    return std::move(*result);
}

std::optional<Changed> CaseStore::apply(const Change &change)
{
    return m_case ? publish(m_case->apply(change)) : std::nullopt;
}

void CaseStore::undo()
{
    if (m_case && m_case->undoLabel())
        publish(m_case->undo());
}

void CaseStore::redo()
{
    if (m_case && m_case->redoLabel())
        publish(m_case->redo());
}

void CaseStore::tell(const Error &error)
{
    Q_EMIT failed(error.message);
}

} // namespace dateline
