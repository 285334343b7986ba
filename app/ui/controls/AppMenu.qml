import QtQuick
import QtQuick.Controls.Basic

/** A menu in the window's colours. */
Menu {
    id: root

    implicitWidth: 320
    padding: 6
    overlap: 1

    delegate: AppMenuItem {}
    background: Rectangle {
        implicitWidth: 320
        radius: 8
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid
    }
}
