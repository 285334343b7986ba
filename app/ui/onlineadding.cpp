#include "ui/onlineadding.h"

#include "online/mapservice.h"
#include "online/tileaddress.h"

namespace dateline
{

namespace
{

constexpr qint64 mostCapabilities = 16'000'000;
constexpr std::size_t mostShown = 300;

} // namespace

OnlineAdding::OnlineAdding(OnlineMaps *maps, QObject *parent)
    : QObject(parent)
    , m_maps(maps)
{
    // Working offline, or another case, ends the question too; closing the sheet leaves the form.
    connect(maps, &OnlineMaps::changed, this, [this] {
        if (m_open && !m_maps->isOpen())
            cancel();
    });
}

void OnlineAdding::say(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void OnlineAdding::start()
{
    m_open = true;
    m_address.clear();
    m_source = {.ownNames = true};
    m_offers.clear();
    m_filter.clear();
    say({});
}

void OnlineAdding::cancel()
{
    m_open = false;
    stopAsking();
    say({});
}

void OnlineAdding::stopAsking()
{
    if (!isBusy())
        return;
    m_maps->access()->drop(std::exchange(m_question, 0));
    m_maps->question({});
}

void OnlineAdding::setAddress(const QString &address)
{
    if (address == m_address)
        return;
    stopAsking();
    m_address = address;
    m_offers.clear();
    m_source.matrices.clear();
    m_source.finest = 19;
    m_source.address = isTileTemplate(address.trimmed()) ? address.trimmed() : QString();
    say({});
}

bool OnlineAdding::isService() const
{
    const QUrl url(m_address.trimmed());
    return !isTileTemplate(m_address) && !url.host().isEmpty() && checkAddress(url).has_value();
}

QString OnlineAdding::leaves() const
{
    return tr("%1 learns this computer's network address and that you ask what maps it offers")
        .arg(hostName(QUrl(m_address.trimmed())));
}

void OnlineAdding::askOffers()
{
    if (!isService() || isBusy())
        return;
    m_offers.clear();
    m_filter.clear();
    m_source.address.clear();
    m_problem.clear();
    askAddress(capabilitiesAddresses(QUrl(m_address.trimmed())));
}

void OnlineAdding::askAddress(std::vector<QUrl> addresses)
{
    const QUrl url = addresses.front();
    addresses.erase(addresses.begin());
    m_maps->question(url);
    m_question = m_maps->access()->get(
        url, mostCapabilities, [this, url, rest = std::move(addresses)](const Result<QByteArray> &answer) {
            Result<std::vector<OnlineSource>> offers =
                answer.and_then([&url](const QByteArray &bytes) { return offeredMaps(bytes, url); });
            // Which of the two services it is, only the answer tells.
            if (!offers && !rest.empty())
                return askAddress(rest);
            m_question = 0;
            m_maps->question({});
            if (!offers)
                return say(offers.error().message);
            m_offers = std::move(*offers);
            if (m_offers.size() == 1)
                choose(0);
            say({});
        });
    Q_EMIT changed();
}

std::vector<std::size_t> OnlineAdding::fitting() const
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < m_offers.size() && rows.size() < mostShown; ++row) {
        if (m_offers[row].name.contains(m_filter, Qt::CaseInsensitive))
            rows.push_back(row);
    }
    return rows;
}

QStringList OnlineAdding::offers() const
{
    QStringList names;
    for (const std::size_t row : fitting())
        names.append(m_offers[row].name);
    return names;
}

void OnlineAdding::setFilter(const QString &filter)
{
    m_filter = filter.trimmed();
    Q_EMIT changed();
}

void OnlineAdding::choose(int offer)
{
    const std::vector<std::size_t> rows = fitting();
    if (offer < 0 || offer >= std::ssize(rows))
        return;
    m_source = m_offers[rows[static_cast<std::size_t>(offer)]];
    say({});
}

void OnlineAdding::setName(const QString &name)
{
    m_source.name = name;
    Q_EMIT changed();
}

void OnlineAdding::setCredit(const QString &credit)
{
    m_source.credit = credit;
    Q_EMIT changed();
}

void OnlineAdding::setOwnNames(bool ownNames)
{
    m_source.ownNames = ownNames;
    Q_EMIT changed();
}

bool OnlineAdding::isReady() const
{
    return !m_source.address.isEmpty() && !m_source.name.trimmed().isEmpty() && !m_source.credit.trimmed().isEmpty();
}

void OnlineAdding::add()
{
    if (!isReady())
        return;
    OnlineSource source = m_source;
    source.name = source.name.simplified();
    source.credit = source.credit.simplified();
    const Result<void> added = checkTemplate(source.address)
                                   .and_then([&source] { return checkAddress(firstAddress(source)); })
                                   .and_then([this, &source] { return m_maps->add(source); });
    if (!added)
        return say(added.error().message);
    cancel();
}

} // namespace dateline
