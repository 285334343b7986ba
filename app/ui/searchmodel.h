#pragma once

#include "geo/coordinates.h"
#include "ui/camera.h"
#include "ui/casestore.h"
#include "ui/places.h"
#include "ui/selection.h"
#include "ui/veil.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// What a search finds: a position by its coordinates, incidents, words in sources, and places of the gazetteer.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { GroupRole = Qt::UserRole, TitleRole, DetailRole };

    SearchModel(CaseStore *store, Places *places, Selection *selection, Camera *camera, Veil *veil,
                QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_hits.size()); }

    /// Looks for @p words; fewer than two letters find nothing.
    Q_INVOKABLE void find(const QString &words);

    /// Shows the hit in @p row: selects the incident, opens the reader, or moves the map.
    Q_INVOKABLE void open(int row);

Q_SIGNALS:
    void countChanged();
    void coordinatesFound(const dateline::CoordinateReading &place); ///< They were opened.

private:
    struct Hit
    {
        QString group;
        QString title;
        QString detail;
        Selection::Stop stop; ///< Of an incident or of words in a source.
        std::optional<LonLat> position; ///< Of a place.
        double zoom = 0;
        std::optional<CoordinateReading> coordinates = {};
    };
    void addCoordinates(const CoordinateReading &coordinates);
    void addIncidents(const QString &words);
    void addWords(const QString &words);
    void addPlaces(const QString &words);

    CaseStore *m_store;
    Places *m_places;
    Selection *m_selection;
    Camera *m_camera;
    Veil *m_veil;
    std::vector<Hit> m_hits;
};

} // namespace dateline
