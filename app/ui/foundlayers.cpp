#include "ui/foundlayers.h"

#include "ui/settings.h"

#include <QSet>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr QLatin1StringView hiddenKey{"reader/hiddenLayers"};

} // namespace

FoundLayers::FoundLayers(ReaderModel *reader, ReadingQueue *reading, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_reading(reading)
    , m_hidden(settings().value(hiddenKey).toUInt())
{
    connect(reader, &ReaderModel::documentChanged, this, &FoundLayers::load);
    connect(reading, &ReadingQueue::finished, this, [this](qint64 id) {
        if (DocumentId{id} == m_reader->document().id) {
            m_document = {};
            load();
        }
    });
}

void FoundLayers::load()
{
    const DocumentId id = m_reader->document().id;
    const std::vector<FoundWords> *found = m_reading->findingsOf(id);
    if (id == m_document && m_read == (found != nullptr))
        return;
    m_document = id;
    setFindings(found ? *found : std::vector<FoundWords>(), found != nullptr);
}

void FoundLayers::setFindings(std::vector<FoundWords> findings, bool read)
{
    m_findings = std::move(findings);
    m_read = read;
    m_longest = 0;
    m_counts = {};
    for (const FoundWords &finding : m_findings) {
        m_longest = std::max(m_longest, finding.span.size());
        ++m_counts.at(static_cast<std::size_t>(finding.found));
    }
    m_focused.reset();
    Q_EMIT dataChanged(index(0), index(foundCount - 1));
    Q_EMIT changed();
    Q_EMIT focusedChanged();
}

int FoundLayers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : foundCount;
}

QVariant FoundLayers::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case FoundRole: return index.row();
    case Qt::DisplayRole:
    case NameRole: return foundName(static_cast<Found>(index.row()));
    case CountRole: return m_counts.at(row);
    case ShownRole: return !m_hidden[row];
    default: return {};
    }
}

QHash<int, QByteArray> FoundLayers::roleNames() const
{
    return {{FoundRole, "found"}, {NameRole, "name"}, {CountRole, "count"}, {ShownRole, "shown"}};
}

void FoundLayers::readNow()
{
    m_reading->want(m_reader->document().id);
}

void FoundLayers::toggle(int row)
{
    if (row < 0 || row >= foundCount)
        return;
    m_hidden.flip(static_cast<std::size_t>(row));
    settings().setValue(hiddenKey, static_cast<uint>(m_hidden.to_ulong()));
    if (m_focused && !shows(m_findings[*m_focused]))
        setFocused(std::nullopt);
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

std::vector<std::size_t> FoundLayers::shownIn(TextSpan stretch) const
{
    std::vector<std::size_t> shown;
    const auto first = std::ranges::lower_bound(m_findings, stretch.begin - m_longest, {},
                                                [](const FoundWords &finding) { return finding.span.begin; });
    for (auto at = first; at != m_findings.end() && at->span.begin < stretch.end; ++at) {
        if (at->span.end > stretch.begin && shows(*at))
            shown.push_back(static_cast<std::size_t>(at - m_findings.begin()));
    }
    return shown;
}

std::vector<FoundLayers::Part> FoundLayers::partsIn(int row) const
{
    std::vector<Part> parts;
    if (row < 0 || row >= m_reader->rowCount())
        return parts;
    const TextSpan whole = m_reader->paragraph(row);
    for (const std::size_t i : shownIn(whole)) {
        const FoundWords &finding = m_findings[i];
        parts.push_back({{std::max(finding.span.begin, whole.begin) - whole.begin,
                          std::min(finding.span.end, whole.end) - whole.begin},
                         finding.found,
                         m_focused == i});
    }
    return parts;
}

int FoundLayers::focusedRow() const
{
    return m_focused ? m_reader->rowAt(m_findings[*m_focused].span.begin) : -1;
}

int FoundLayers::focusedBegin() const
{
    if (!m_focused)
        return -1;
    return static_cast<int>(m_findings[*m_focused].span.begin - m_reader->paragraph(focusedRow()).begin);
}

QString FoundLayers::focusedWords() const
{
    return m_focused ? m_findings[*m_focused].span.in(m_reader->document().text).toString() : QString();
}

QString FoundLayers::focusedReason() const
{
    return m_focused ? m_findings[*m_focused].reason : QString();
}

void FoundLayers::setFocused(std::optional<std::size_t> index)
{
    if (index == m_focused)
        return;
    m_focused = index;
    Q_EMIT focusedChanged();
    Q_EMIT changed();
}

bool FoundLayers::step(int direction, int from)
{
    if (m_reader->rowCount() == 0)
        return false;
    const auto count = static_cast<qsizetype>(m_findings.size());
    qsizetype at = 0;
    if (m_focused) {
        at = static_cast<qsizetype>(*m_focused) + direction;
    } else {
        const qsizetype begin = m_reader->paragraph(std::clamp(from, 0, m_reader->rowCount() - 1)).begin;
        const auto first = std::ranges::lower_bound(m_findings, begin, {},
                                                    [](const FoundWords &finding) { return finding.span.begin; });
        at = (first - m_findings.begin()) - (direction < 0 ? 1 : 0);
    }
    while (at >= 0 && at < count && !shows(m_findings[static_cast<std::size_t>(at)]))
        at += direction;
    if (at < 0 || at >= count)
        return false;
    setFocused(static_cast<std::size_t>(at));
    return true;
}

void FoundLayers::leave()
{
    setFocused(std::nullopt);
}

QString FoundLayers::speakerOf(TextSpan words) const
{
    const FoundWords *around = nullptr;
    QSet<QString> within;
    for (const FoundWords &finding : m_findings) {
        if (finding.found != Found::Quote)
            continue;
        if (finding.span.begin <= words.begin && words.end <= finding.span.end) {
            if (!around || finding.span.size() < around->span.size())
                around = &finding;
        } else if (words.begin <= finding.span.begin && finding.span.end <= words.end) {
            within.insert(finding.speaker);
        }
    }
    if (around)
        return around->speaker;
    return within.size() == 1 ? *within.begin() : QString();
}

QString FoundLayers::reasonAt(int row, int position) const
{
    if (row < 0 || row >= m_reader->rowCount() || position < 0)
        return {};
    const qsizetype at = m_reader->paragraph(row).begin + position;
    QStringList reasons;
    for (const std::size_t i : shownIn({at, at + 1}))
        reasons.prepend(m_findings[i].reason); // The narrowest first: it is what the pointer is at.
    return reasons.join(u'\n');
}

} // namespace dateline
