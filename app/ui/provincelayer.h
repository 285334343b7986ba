#pragma once

#include "map/classscale.h"
#include "map/provinces.h"
#include "ui/incidentlistmodel.h"
#include "ui/picturelayer.h"

namespace dateline
{

/// The provinces in the colours of how many incidents the filter shows in each, as a number or for their area.
///
/// An incident that is known no closer than its country counts in none.
class ProvinceLayer : public PictureLayer
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::IncidentListModel *incidents READ incidents WRITE setIncidents NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(bool perArea READ isPerArea WRITE setPerArea NOTIFY activeChanged)
    Q_PROPERTY(QStringList legend READ legend NOTIFY countsChanged)
    Q_PROPERTY(QString legendTitle READ legendTitle NOTIFY countsChanged)
    Q_PROPERTY(QString legendNote READ legendNote NOTIFY countsChanged)

public:
    explicit ProvinceLayer(QQuickItem *parent = nullptr);

    [[nodiscard]] IncidentListModel *incidents() const { return m_incidents; }
    void setIncidents(IncidentListModel *incidents);
    /// Nothing is counted or drawn while it is not active.
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isPerArea() const { return m_perArea; }
    void setPerArea(bool perArea);

    [[nodiscard]] QStringList legend() const { return m_scale.texts(); }
    [[nodiscard]] QString legendTitle() const; ///< “Incidents by province”.
    [[nodiscard]] QString legendNote() const; ///< “3 without a known province”.
    Q_INVOKABLE [[nodiscard]] QColor legendColour(int index) const;

    /// “Syunik, Armenia: 12 incidents, 2.7 per 1,000 km²”; empty where no province is.
    Q_INVOKABLE [[nodiscard]] QString textAt(QPointF pixel) const;

Q_SIGNALS:
    void activeChanged();
    void countsChanged();

protected:
    [[nodiscard]] std::function<QImage()> painting(const Viewport &viewport, double pixelRatio) const override;
    void restyle() override { count(); }

private:
    void locate();
    void count();

    IncidentListModel *m_incidents = nullptr;
    bool m_active = false;
    bool m_perArea = false;
    std::shared_ptr<const Provinces> m_provinces;
    std::vector<std::uint16_t> m_provinceOf; ///< Of each row; empty until it is known.
    bool m_locating = false;
    int m_changes = 0; ///< Of the incidents.
    std::vector<std::uint32_t> m_counts; ///< Of each province.
    std::vector<double> m_values; ///< That its class tells: m_counts, or for m_unit of its area.
    ClassScale m_scale;
    double m_unit = 1; ///< In km².
};

} // namespace dateline
