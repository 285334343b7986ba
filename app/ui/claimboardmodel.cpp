#include "ui/claimboardmodel.h"

#include "ui/wording.h"

#include <QQmlEngine>

#include <algorithm>

namespace dateline
{

BoardCell::BoardCell(const ClaimBoardModel *board, Veil *veil, std::vector<std::size_t> rows, QObject *parent)
    : QAbstractListModel(parent)
    , m_board(board)
    , m_veil(veil)
    , m_rows(std::move(rows))
{
    connect(veil, &Veil::changed, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

int BoardCell::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BoardCell::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t at = m_rows[static_cast<std::size_t>(index.row())];
    if (at >= m_board->words().size()) // An old cell, about to go.
        return {};
    const BoardWords &words = m_board->words()[at];
    const bool hidden = m_veil->hides(words.quote.id, m_board->isGraphic(at));
    switch (role) {
    case ClaimRole: return qint64{numberOf(words.claim.id)};
    case QuoteRole: return qint64{numberOf(words.quote.id)};
    case DocumentRole: return qint64{numberOf(words.quote.document)};
    case Qt::DisplayRole:
    case WordsRole: return hidden ? QString() : words.quote.exact;
    case StanceRole: return stanceText(words.claim.stance);
    case SourceRole: {
        const QString date = publishedText(words.published);
        return tr("%1, %2").arg(words.document, date.isEmpty() ? tr("date not stated") : date);
    }
    case HiddenRole: return hidden;
    case GainsaysRole: return words.claim.stance == Stance::Disputes || words.claim.stance == Stance::Denies;
    default: return {};
    }
}

QHash<int, QByteArray> BoardCell::roleNames() const
{
    return {{ClaimRole, "claim"},   {QuoteRole, "quote"},   {DocumentRole, "document"}, {WordsRole, "words"},
            {StanceRole, "stance"}, {SourceRole, "source"}, {HiddenRole, "hidden"},     {GainsaysRole, "gainsays"}};
}

ClaimBoardModel::ClaimBoardModel(CaseStore *store, Veil *veil, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_veil(veil)
{
    connect(store, &CaseStore::changed, this, &ClaimBoardModel::load);
    connect(store, &CaseStore::opened, this, &ClaimBoardModel::close);
}

int ClaimBoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_open ? 0 : questionCount;
}

QVariant ClaimBoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BoardRow &row = m_board.rows.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case QuestionRole: return questionText(row.question);
    case ConflictRole: {
        QStringList sentences;
        for (const BoardConflict &conflict : row.conflicts)
            sentences.append(conflict.sentence);
        return sentences.join(QLatin1Char('\n'));
    }
    case UnansweredRole:
        return std::ranges::all_of(row.cells, [](const std::vector<std::size_t> &cell) { return cell.empty(); });
    default: return {};
    }
}

QHash<int, QByteArray> ClaimBoardModel::roleNames() const
{
    return {{QuestionRole, "question"}, {ConflictRole, "conflict"}, {UnansweredRole, "unanswered"}};
}

void ClaimBoardModel::show(qint64 incident)
{
    m_incident = {};
    m_incident.id = IncidentId{incident};
    m_open = m_store->current() != nullptr;
    load();
}

void ClaimBoardModel::close()
{
    if (!m_open)
        return;
    beginResetModel();
    m_open = false;
    endResetModel();
    Q_EMIT changed();
}

void ClaimBoardModel::load()
{
    if (!m_open)
        return;
    const Result<Incident> incident = m_store->current()->incident(m_incident.id);
    if (!incident) // A step may have removed it.
        return close();
    beginResetModel();
    m_incident = *incident;
    m_words.clear();
    m_graphic.clear();
    for (const Evidence &one : m_store->valueOr(m_store->current()->evidence(incident->id))) {
        m_words.push_back({one.claim, one.quote, one.documentName, one.publisher, one.documentPublished});
        m_graphic.push_back(incident->graphic || one.documentGraphic);
    }
    m_board = claimBoardOf(m_incident, m_words);
    // The view may still hold the old cells until it has taken the reset.
    for (std::unique_ptr<BoardCell> &cell : m_cells)
        cell.release()->deleteLater();
    m_cells.clear();
    for (const BoardRow &row : m_board.rows) {
        for (const std::vector<std::size_t> &cell : row.cells) {
            m_cells.push_back(std::make_unique<BoardCell>(this, m_veil, cell, nullptr));
            QQmlEngine::setObjectOwnership(m_cells.back().get(), QQmlEngine::CppOwnership);
        }
    }
    endResetModel();
    Q_EMIT changed();
}

QString ClaimBoardModel::summary() const
{
    const qsizetype parties = m_board.parties.size();
    const auto conflicts =
        std::ranges::count_if(m_board.rows, [](const BoardRow &row) { return !row.conflicts.empty(); });
    const QString counted = tr("%1, %2").arg(parties == 1 ? tr("1 party") : tr("%1 parties").arg(parties),
                                             m_words.size() == 1 ? tr("1 quote") : tr("%1 quotes").arg(m_words.size()));
    if (conflicts == 0)
        return tr("%1. No contradiction is marked.").arg(counted);
    return conflicts == 1 ? tr("%1. They contradict each other on 1 question.").arg(counted)
                          : tr("%1. They contradict each other on %2 questions.").arg(counted).arg(conflicts);
}

QStringList ClaimBoardModel::questionNames() const
{
    QStringList names;
    for (int question = 0; question < questionCount; ++question)
        names.append(questionText(static_cast<Question>(question)));
    return names;
}

bool ClaimBoardModel::isGraphic(std::size_t index) const
{
    return m_graphic.at(index);
}

BoardCell *ClaimBoardModel::cell(int question, int party)
{
    const qsizetype at = question * m_board.parties.size() + party;
    const bool isThere =
        question >= 0 && party >= 0 && party < m_board.parties.size() && at < static_cast<qsizetype>(m_cells.size());
    return isThere ? m_cells[static_cast<std::size_t>(at)].get() : nullptr;
}

const BoardWords *ClaimBoardModel::find(qint64 claim) const
{
    const auto found =
        std::ranges::find(m_words, ClaimId{claim}, [](const BoardWords &words) { return words.claim.id; });
    return found == m_words.end() ? nullptr : &*found;
}

bool ClaimBoardModel::answers(qint64 claim, int question) const
{
    const BoardWords *words = find(claim);
    return words && question >= 0 && question < questionCount
        && answersOf(*words, m_incident).test(static_cast<std::size_t>(question));
}

void ClaimBoardModel::toggleAnswer(qint64 claim, int question)
{
    const BoardWords *words = find(claim);
    if (!words || question < 0 || question >= questionCount)
        return;
    Questions about = answersOf(*words, m_incident);
    about.flip(static_cast<std::size_t>(question));
    if (about.any())
        setAbout(*words, about);
}

void ClaimBoardModel::forgetAnswers(qint64 claim)
{
    const BoardWords *words = find(claim);
    if (words && words->claim.about.any())
        setAbout(*words, {});
}

void ClaimBoardModel::setAbout(const BoardWords &words, Questions about)
{
    Claim claim = words.claim;
    claim.about = about;
    QStringList names;
    for (int question = 0; question < questionCount; ++question) {
        if (about.test(static_cast<std::size_t>(question)))
            names.append(questionText(static_cast<Question>(question)));
    }
    const QString what = names.isEmpty() ? tr("what they hold") : names.join(tr(", "));
    m_store->apply({tr("“%1”: words of %2 answer %3").arg(m_incident.title, partyOf(words), what), {claim}});
}

} // namespace dateline
