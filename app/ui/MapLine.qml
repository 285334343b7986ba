import QtQuick
import QtQuick.Shapes

/** A thin line over the map. */
ShapePath {
    id: root

    required property list<point> points

    strokeWidth: 1.5
    fillColor: "transparent"
    joinStyle: ShapePath.RoundJoin
    capStyle: ShapePath.RoundCap

    PathPolyline {
        path: root.points
    }
}
