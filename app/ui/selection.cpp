#include "ui/selection.h"

namespace dateline
{

namespace
{

constexpr std::size_t longestWay = 200;

} // namespace

Selection::Selection(QObject *parent)
    : QObject(parent)
{
}

void Selection::go(const Stop &stop)
{
    if (stop == this->stop())
        return;
    m_stops.resize(m_at + 1);
    m_stops.push_back(stop);
    if (m_stops.size() > longestWay)
        m_stops.erase(m_stops.begin());
    m_at = m_stops.size() - 1;
    Q_EMIT changed();
}

void Selection::reset()
{
    m_stops.assign(1, Stop{});
    m_at = 0;
    Q_EMIT changed();
}

void Selection::selectIncident(qint64 incident)
{
    go({.incident = IncidentId{incident}, .document = {}, .quote = {}, .span = {}});
}

void Selection::openDocument(qint64 document)
{
    go({.incident = stop().incident, .document = DocumentId{document}, .quote = {}, .span = {}});
}

void Selection::openQuote(qint64 document, qint64 quote)
{
    go({.incident = stop().incident, .document = DocumentId{document}, .quote = QuoteId{quote}, .span = {}});
}

void Selection::closeReader()
{
    go({.incident = stop().incident, .document = {}, .quote = {}, .span = {}});
}

void Selection::clear()
{
    go({});
}

void Selection::back()
{
    if (!canGoBack())
        return;
    --m_at;
    Q_EMIT changed();
}

void Selection::forward()
{
    if (!canGoForward())
        return;
    ++m_at;
    Q_EMIT changed();
}

} // namespace dateline
