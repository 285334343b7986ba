#pragma once

#include "ui/camera.h"
#include "ui/filtervalues.h"
#include "ui/selection.h"
#include "ui/shapedrawing.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QtQmlIntegration>

#include <array>

namespace dateline
{

/// The values that the filter can keep, part by part, each with the number of incidents that it shows or would add.
///
/// A part in which nothing is checked limits nothing. Counts are live while the panel is active.
class FilterPanel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(int limits READ limits NOTIFY changed)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
    Q_PROPERTY(int leastOrigins READ leastOrigins WRITE setLeastOrigins NOTIFY changed)
    Q_PROPERTY(dateline::ShapeDrawing *shape READ shape CONSTANT)
    Q_PROPERTY(QString areaText READ areaText NOTIFY changed)

public:
    enum Role { NameRole = Qt::UserRole, SectionRole, CountRole, CheckedRole };

    FilterPanel(CaseStore *store, IncidentListModel *incidents, Camera *camera, Selection *selection,
                QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isBusy() const { return m_values->isBusy(); }
    [[nodiscard]] int limits() const; ///< How many parts of the filter hide anything.
    [[nodiscard]] QString words() const { return m_incidents->filter().words; }
    void setWords(const QString &words);
    [[nodiscard]] int leastOrigins() const { return m_incidents->filter().leastOrigins; }
    void setLeastOrigins(int least);
    /// “Within 25 km of a place”, “In the drawn shape (1,240 km²)”; empty if the whole world is shown.
    [[nodiscard]] QString areaText() const { return m_areaText; }

    [[nodiscard]] ShapeDrawing *shape() const { return m_shape; } ///< Sets the area as well.

    /// Keeps the value in @p row as well, or no longer.
    Q_INVOKABLE void toggle(int row);
    /// Keeps what the map shows now.
    Q_INVOKABLE void keepView();
    /// Keeps what lies within @p metres of the selected incident.
    Q_INVOKABLE void keepAround(double metres);
    Q_INVOKABLE void clearArea();

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        FilterPart part{};
        int value = 0; ///< In the bits of its part; else unused.
        QString name;
        DocumentId document{};
        std::vector<std::uint32_t> incidents; ///< Rows of the table; unused where bits tell.
        std::uint32_t count = 0;
    };
    void rebuild();
    void recount();
    void addValues(FilterPart part, const std::vector<IncidentValues::Value> &values);
    [[nodiscard]] std::uint32_t countOf(const Row &row, const FacetCounts &facets) const;
    [[nodiscard]] bool isChecked(const Row &row) const;

    IncidentListModel *m_incidents;
    FilterValues *m_values;
    Camera *m_camera;
    Selection *m_selection;
    ShapeDrawing *m_shape;
    std::optional<FilterArea> m_area; ///< That m_areaText tells of.
    QString m_areaText;
    std::vector<Row> m_rows;
    bool m_active = false;
    QTimer m_recount; ///< Counts follow a drag a few times a second.
};

} // namespace dateline
