#include "ui/shapedrawing.h"

#include "map/areatest.h"
#include "ui/mapline.h"

namespace dateline
{

ShapeDrawing::ShapeDrawing(CaseStore *store, IncidentListModel *incidents, Camera *camera, QObject *parent)
    : QObject(parent)
    , m_incidents(incidents)
    , m_camera(camera)
{
    connect(store, &CaseStore::opened, this, &ShapeDrawing::leave);
    connect(incidents, &IncidentListModel::shownChanged, this, &ShapeDrawing::follow);
    connect(camera, &Camera::changed, this, [this] {
        if (m_active || !m_outline.empty())
            Q_EMIT moved();
    });
}

void ShapeDrawing::follow()
{
    if (m_area == m_incidents->filter().area)
        return;
    m_area = m_incidents->filter().area;
    m_outline = m_area ? outlineOf(*m_area) : std::vector<LonLat>();
    Q_EMIT moved();
}

QString ShapeDrawing::hint() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    return m_corners.size() < 3 ? tr("Click the corners of the shape on the map; Esc stops")
                                : tr("Enter or a double click closes the shape; Backspace goes back");
}

QList<QPointF> ShapeDrawing::drawn() const
{
    return pixelsAlong(m_corners, m_camera->viewport());
}

QList<QPointF> ShapeDrawing::kept() const
{
    return pixelsAlong(m_outline, m_camera->viewport());
}

void ShapeDrawing::tell(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
    Q_EMIT moved();
}

void ShapeDrawing::start()
{
    m_active = true;
    m_corners.clear();
    tell({});
}

void ShapeDrawing::add(double longitude, double latitude)
{
    const LonLat corner{longitude, latitude};
    if (!m_active || (!m_corners.empty() && m_corners.back() == corner))
        return;
    m_corners.push_back(corner);
    const bool fits = isNarrow(m_corners);
    if (!fits)
        m_corners.pop_back();
    tell(fits ? QString() : tr("A shape must be less than half the world wide"));
}

void ShapeDrawing::addMiddle()
{
    add(m_camera->longitude(), m_camera->latitude());
}

void ShapeDrawing::takeBack()
{
    if (!m_corners.empty())
        m_corners.pop_back();
    tell({});
}

void ShapeDrawing::close()
{
    if (!m_active)
        return;
    if (m_corners.size() < 3)
        return tell(tr("A shape needs three corners or more; Esc stops"));
    IncidentFilter filter = m_incidents->filter();
    filter.area = FilterArea{{}, 0, m_corners};
    leave();
    m_incidents->setFilter(filter);
}

void ShapeDrawing::leave()
{
    m_active = false;
    m_corners.clear();
    tell({});
}

} // namespace dateline
