#include "ui/historymodel.h"

#include "ui/wording.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace dateline
{

namespace
{

QDateTime localTime(std::int64_t milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds);
}

QString counted(std::int64_t rows)
{
    return rows == 1 ? HistoryModel::tr("1 row")
                     : HistoryModel::tr("%1 rows").arg(QLocale(QLocale::English).toString(qint64{rows}));
}

} // namespace

HistoryModel::HistoryModel(CaseStore *store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_changes(store)
    , m_check(store)
{
    connect(store, &CaseStore::opened, this, [this] {
        close();
        m_opened = QDateTime::currentDateTimeUtc();
        m_since = Ever;
        m_author = -1;
        setCurrent(-1);
        m_steps.clear();
        m_authors.clear();
        filter();
        Q_EMIT authorsChanged();
    });
    connect(store, &CaseStore::changed, this, [this] {
        if (m_open)
            readNewSteps();
    });
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Step &step = stepAt(index.row());
    switch (role) {
    case DayRole: return dayText(localTime(step.time).date());
    case TimeRole: return QLocale::c().toString(localTime(step.time), QStringLiteral("HH:mm"));
    case AuthorRole: return m_authors[step.author];
    case Qt::DisplayRole:
    case LabelRole: return labelOf(step);
    case NoteRole: return noteOf(step);
    case UndoneRole: return step.undone;
    case RowsRole: return counted(step.rows);
    default: return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{DayRole, "day"},   {TimeRole, "time"},     {AuthorRole, "author"}, {LabelRole, "label"},
            {NoteRole, "note"}, {UndoneRole, "undone"}, {RowsRole, "rows"}};
}

void HistoryModel::start()
{
    if (!m_store->current())
        return;
    m_open = true;
    readNewSteps();
    Q_EMIT openChanged();
}

void HistoryModel::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_check.clear();
    Q_EMIT openChanged();
}

void HistoryModel::readNewSteps()
{
    const qsizetype authors = m_authors.size();
    const std::int64_t last = m_steps.empty() ? 0 : m_steps.back().number;
    const bool followsNewest = m_current <= 0;
    for (const HistoryStep &step : m_store->valueOr(m_store->current()->history(last)))
        add(step);
    if (m_authors.size() != authors)
        Q_EMIT authorsChanged();
    const std::int64_t selected = m_current >= 0 && !followsNewest ? stepAt(m_current).number : 0;
    filter();
    const auto row =
        std::ranges::find(m_shown, selected, [this](int i) { return m_steps[static_cast<std::size_t>(i)].number; });
    setCurrent(row == m_shown.end() ? (m_shown.empty() ? -1 : 0) : static_cast<int>(row - m_shown.begin()));
}

void HistoryModel::add(const HistoryStep &step)
{
    const Action action = step.action == u"undo" ? Action::Undo : step.action == u"redo" ? Action::Redo : Action::Do;
    if (action != Action::Do) {
        const auto target = std::ranges::lower_bound(m_steps, step.target, {}, &Step::number);
        if (target != m_steps.end() && target->number == step.target)
            target->undone = action == Action::Undo;
    }
    m_steps.push_back({step.step, step.target, step.time.toMSecsSinceEpoch(), step.rows, step.label,
                       numberOfAuthor(step.author), action, false});
}

int HistoryModel::numberOfAuthor(const QString &name)
{
    // Nearly always the one of the step before.
    const qsizetype known = m_authors.lastIndexOf(name);
    if (known >= 0)
        return static_cast<int>(known);
    m_authors.append(name);
    return static_cast<int>(m_authors.size()) - 1;
}

qint64 HistoryModel::earliest() const
{
    const QDate today = QDate::currentDate();
    switch (m_since) {
    case Ever: break;
    case Opened: return m_opened.toMSecsSinceEpoch();
    case Today: return today.startOfDay().toMSecsSinceEpoch();
    case Week: return today.addDays(-6).startOfDay().toMSecsSinceEpoch();
    case Date:
        if (dateIsValid() && !m_date.isEmpty())
            return QDate::fromString(m_date, Qt::ISODate).startOfDay().toMSecsSinceEpoch();
    }
    return std::numeric_limits<qint64>::min();
}

void HistoryModel::filter()
{
    beginResetModel();
    m_shown.clear();
    const qint64 first = earliest();
    for (std::size_t i = m_steps.size(); i-- > 0;) {
        if (m_steps[i].time >= first && (m_author < 0 || m_steps[i].author == m_author))
            m_shown.push_back(static_cast<int>(i));
    }
    endResetModel();
    Q_EMIT changed();
}

void HistoryModel::setSince(Since since)
{
    if (since == m_since)
        return;
    m_since = since;
    filter();
    setCurrent(m_shown.empty() ? -1 : 0);
}

QStringList HistoryModel::sinceNames() const
{
    return {tr("From the beginning"), tr("Since I opened the case"), tr("Today"), tr("In the last 7 days"),
            tr("Since a date")};
}

void HistoryModel::setDate(const QString &date)
{
    m_date = date.trimmed();
    filter();
    setCurrent(m_shown.empty() ? -1 : 0);
}

bool HistoryModel::dateIsValid() const
{
    return m_date.isEmpty() || QDate::fromString(m_date, Qt::ISODate).isValid();
}

void HistoryModel::setAuthor(int author)
{
    if (author - 1 == m_author)
        return;
    m_author = std::clamp(author - 1, -1, static_cast<int>(m_authors.size()) - 1);
    filter();
    setCurrent(m_shown.empty() ? -1 : 0);
}

QStringList HistoryModel::authorNames() const
{
    return QStringList(tr("By everybody")) + m_authors;
}

void HistoryModel::setCurrent(int row)
{
    m_current = row >= 0 && row < count() ? row : -1;
    m_changes.show(m_current < 0 ? 0 : stepAt(m_current).number);
    Q_EMIT currentChanged();
}

QString HistoryModel::currentTitle() const
{
    return m_current < 0 ? QString() : labelOf(stepAt(m_current));
}

QString HistoryModel::currentFacts() const
{
    if (m_current < 0)
        return {};
    const Step &step = stepAt(m_current);
    const QString time = QLocale::c().toString(localTime(step.time).toUTC(), QStringLiteral("d MMM yyyy, HH:mm:ss"));
    const QString text =
        tr("Step %1 · %2 UTC · %3 · %4").arg(step.number).arg(time, m_authors[step.author], counted(step.rows));
    const QString note = noteOf(step);
    return note.isEmpty() ? text : text + tr(" · ") + note;
}

const HistoryModel::Step &HistoryModel::stepAt(int row) const
{
    return m_steps[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(row)])];
}

QString HistoryModel::labelOf(const Step &step)
{
    switch (step.action) {
    case Action::Do: return step.label;
    case Action::Undo: return tr("Undo: %1").arg(step.label);
    case Action::Redo: return tr("Redo: %1").arg(step.label);
    }
    Q_UNREACHABLE_RETURN({});
}

QString HistoryModel::noteOf(const Step &step) const
{
    switch (step.action) {
    case Action::Do: return step.undone ? tr("undone") : QString();
    case Action::Undo: return tr("took back step %1").arg(step.target);
    case Action::Redo: return tr("did step %1 again").arg(step.target);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace dateline
