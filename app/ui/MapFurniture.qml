pragma ComponentBehavior: Bound

import QtQuick

/** What lies on the map's edges: the way of showing many, zoom buttons, scale bar, legend, credits, what a click does. */
Item {
    id: root

    required property Session session
    required property IncidentLayer marks
    required property ProvinceLayer provinces
    readonly property list<string> legend: root.provinces.active ? root.provinces.legend : root.marks.legend
    readonly property string legendTitle: root.provinces.active ? root.provinces.legendTitle : root.marks.legendTitle
    readonly property string credits: [root.session.online.maps.credits, root.session.baseMap.credits,
                                       root.session.layers.credits].filter(each => each.length > 0).join(" · ")
    // What a map asks to be said of it is said in full: below the scale where there is no room beside it and the
    // coordinates, which are told with more or fewer letters as the pointer moves.
    readonly property bool stacked: creditsLength.advanceWidth + 32 > root.width - scale.width - 40 * Math.ceil(coordinates.width / 40)
    readonly property real footHeight: root.stacked && foot.visible ? foot.height : 0

    signal zoomRequested(steps: int)

    TextMetrics {
        id: creditsLength

        font: creditsText.font
        text: root.credits
    }

    Rectangle {
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: 16
        width: 34
        height: buttons.height + 2
        radius: 7
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid

        Column {
            id: buttons

            x: 1
            y: 1

            IconButton {
                name: qsTr("Zoom in")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/zoom-in.svg"
                onClicked: root.zoomRequested(1)
            }
            Hairline {
                width: 32
            }
            IconButton {
                name: qsTr("Zoom out")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/zoom-out.svg"
                onClicked: root.zoomRequested(-1)
            }
            Hairline {
                width: 32
            }
            IconButton {
                name: qsTr("Show all incidents")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/fit.svg"
                onClicked: root.session.fitAll()
            }
        }
    }

    Rectangle {
        visible: root.session.incidents.total > 0
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.margins: 16
        width: views.width + 2
        height: views.height + 2
        radius: height / 2
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid

        MenuChip {
            id: views

            objectName: "views"
            x: 1
            y: 1
            implicitHeight: 28
            tint: root.palette.base
            name: qsTr("Show many incidents")
            choices: [qsTr("As clusters"), qsTr("As a dot each"), qsTr("Counted in squares"), qsTr("As a heat map"),
                      qsTr("By province"), qsTr("By province, per area")]
            current: root.marks.view
            text: choices[current]
            onChosen: index => root.marks.view = index
        }
    }
    OnlineSign {
        objectName: "onlineSign"
        maps: root.session.online.maps
        tells: true
        x: 16
        y: 54
        width: Math.min(implicitWidth, root.width - 80)
    }
    Rectangle {
        visible: root.legendTitle.length > 0
        objectName: "legend"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 48 + root.footHeight
        anchors.leftMargin: 8
        width: classes.implicitWidth + 24
        height: classes.implicitHeight + 16
        radius: 6
        color: Qt.alpha(root.palette.window, 0.9)

        Column {
            id: classes

            x: 12
            y: 8
            spacing: 2

            Words {
                text: root.legendTitle
                font.pixelSize: 12
                bottomPadding: 4
            }
            Repeater {
                model: root.legend
                delegate: Row {
                    id: row

                    required property string modelData
                    required property int index

                    spacing: 8

                    Rectangle {
                        width: 16
                        height: 12
                        anchors.verticalCenter: parent.verticalCenter
                        color: root.provinces.active ? root.provinces.legendColour(row.index) : root.marks.legendColour(row.index)
                    }
                    Words {
                        text: row.modelData
                        font.pixelSize: 12
                    }
                }
            }
            Words {
                visible: text.length > 0
                text: root.provinces.active ? root.provinces.legendNote : ""
                muted: true
                font.pixelSize: 12
                topPadding: 4
            }
        }
    }

    Rectangle {
        id: scale

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.footHeight
        width: root.session.camera.scaleLength + 32
        height: 40
        color: Qt.alpha(root.palette.window, 0.8)
        visible: root.session.baseMap.ready

        Words {
            x: 16
            y: 6
            text: root.session.camera.scaleText
            font.pixelSize: 12
            lineHeight: 1
        }
        Rectangle {
            x: 16
            y: 27
            width: root.session.camera.scaleLength
            height: 3
            color: root.palette.windowText
        }
    }

    Rectangle {
        anchors.left: scale.right
        anchors.bottom: scale.bottom
        width: coordinates.width + 8
        height: 40
        color: Qt.alpha(root.palette.window, 0.8)
        visible: root.session.baseMap.ready

        MenuChip {
            id: coordinates

            objectName: "coordinates"
            anchors.verticalCenter: parent.verticalCenter
            tint: root.palette.window
            name: root.session.coordinates.pointed ? qsTr("Coordinates under the pointer")
                                                   : qsTr("Coordinates of the middle of the map")
            choices: root.session.coordinates.formatNames
            current: root.session.coordinates.format
            text: root.session.coordinates.text
            onChosen: index => root.session.coordinates.format = index
        }
    }

    Rectangle {
        id: foot

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.stacked ? root.width : creditsLength.advanceWidth + 16
        height: creditsText.implicitHeight + 8
        color: Qt.alpha(root.palette.window, 0.8)
        visible: root.session.baseMap.credits.length > 0

        Words {
            id: creditsText

            objectName: "mapCredits"
            anchors.fill: parent
            anchors.margins: 4
            anchors.leftMargin: 8
            text: root.credits
            muted: true
            font.pixelSize: 12
            wrapMode: root.stacked ? Text.Wrap : Text.NoWrap
            maximumLineCount: 3
            elide: Text.ElideRight
            lineHeight: 1
        }
    }

    Rectangle {
        visible: root.session.draft.picking || root.session.review.picking
        objectName: "pickHint"
        anchors.top: parent.top
        anchors.topMargin: 16
        anchors.horizontalCenter: parent.horizontalCenter
        width: hint.implicitWidth + 32
        height: 36
        radius: 18
        color: root.palette.accent

        Words {
            id: hint

            anchors.centerIn: parent
            text: qsTr("Click the place on the map; Esc stops")
            color: root.palette.brightText
        }
    }
}
