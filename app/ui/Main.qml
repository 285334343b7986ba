pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls

/** The window. */
ApplicationWindow {
    width: 1440
    height: 900
    visible: true
    title: qsTr("Dateline")
}
