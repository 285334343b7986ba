#include "ui/onlinesearch.h"

#include <QLocale>

namespace dateline
{

namespace
{

constexpr int pauseBetweenMs = 1000; // As those who run Nominatim ask.
constexpr qint64 mostAnswer = 2'000'000;

} // namespace

OnlineSearch::OnlineSearch(OnlineMaps *maps, Camera *camera, QObject *parent)
    : QAbstractListModel(parent)
    , m_maps(maps)
    , m_camera(camera)
{
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer); // A coarse one may be early.
    connect(&m_wait, &QTimer::timeout, this, &OnlineSearch::askNow);
    connect(maps, &OnlineMaps::changed, this, [this] {
        if (!isAvailable())
            forget();
        Q_EMIT changed();
    });
}

int OnlineSearch::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant OnlineSearch::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OnlinePlace &place = m_places[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return place.name;
    case DetailRole: return place.detail;
    default: return {};
    }
}

QHash<int, QByteArray> OnlineSearch::roleNames() const
{
    return {{NameRole, "name"}, {DetailRole, "detail"}};
}

QString OnlineSearch::host() const
{
    const OnlineSource *source = m_maps->placeSearch();
    return source ? hostName(QUrl(source->address)) : QString();
}

QString OnlineSearch::credit() const
{
    const OnlineSource *source = m_maps->placeSearch();
    return source ? source->credit : QString();
}

void OnlineSearch::ask(const QString &words)
{
    forget();
    m_words = words.simplified();
    if (!isAvailable() || m_words.isEmpty())
        return;
    m_wait.start(static_cast<int>(m_next.remainingTime()));
    Q_EMIT changed();
}

void OnlineSearch::askNow()
{
    const OnlineSource *source = m_maps->placeSearch();
    if (!source)
        return;
    m_next.setRemainingTime(pauseBetweenMs);
    const QUrl url = placeSearchAddress(*source, m_words, QLocale().bcp47Name());
    m_question = m_maps->access()->get(url, mostAnswer, [this, host = host()](const Result<QByteArray> &answer) {
        m_question = 0;
        m_next.setRemainingTime(pauseBetweenMs);
        Result<std::vector<OnlinePlace>> places =
            answer.and_then([&host](const QByteArray &bytes) { return onlinePlacesFrom(bytes, host); });
        if (!places)
            return show({}, places.error().message);
        const bool isEmpty = places->empty();
        show(std::move(*places),
             isEmpty ? tr("%1 knows no place of that name; try another spelling").arg(host) : QString());
    });
    Q_EMIT changed();
}

void OnlineSearch::forget()
{
    m_wait.stop();
    m_words.clear();
    if (m_question != 0)
        m_maps->access()->drop(std::exchange(m_question, 0));
    if (!m_places.empty() || !m_sentence.isEmpty())
        show({}, {});
}

void OnlineSearch::show(std::vector<OnlinePlace> places, const QString &sentence)
{
    beginResetModel();
    m_places = std::move(places);
    m_sentence = sentence;
    endResetModel();
    Q_EMIT changed();
}

void OnlineSearch::go(int row)
{
    if (row >= 0 && row < rowCount())
        m_camera->fit(m_places[static_cast<std::size_t>(row)].box, Camera::Motion::Glide);
}

void OnlineSearch::take(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    go(row);
    Q_EMIT taken(whereOf(m_places[static_cast<std::size_t>(row)]));
}

} // namespace dateline
