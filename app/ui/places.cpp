#include "ui/places.h"

#include "base/sharedfile.h"
#include "places/addplaces.h"

namespace dateline
{

struct Places::Shelf
{
    std::mutex mutex;
    std::shared_ptr<const Gazetteer> gazetteer;
};

Places::Places(QObject *parent)
    : QObject(parent)
    , m_shelf(std::make_shared<Shelf>())
{
    m_pool.setMaxThreadCount(1);
}

Places::~Places()
{
    m_pool.clear();
    m_pool.waitForDone();
}

Result<std::shared_ptr<const Gazetteer>> Places::gazetteer() const
{
    const std::scoped_lock lock(m_shelf->mutex);
    if (!m_shelf->gazetteer) {
        Result<Gazetteer> opened = Gazetteer::open(sharedFile(QStringLiteral("gazetteer.sqlite")), userPlacesFile());
        if (!opened)
            return std::unexpected(opened.error());
        m_shelf->gazetteer = std::make_shared<const Gazetteer>(std::move(*opened));
    }
    return m_shelf->gazetteer;
}

void Places::reopen()
{
    const std::scoped_lock lock(m_shelf->mutex);
    m_shelf->gazetteer.reset();
}

void Places::start(std::function<void()> task)
{
    m_pool.start(std::move(task));
}

} // namespace dateline
