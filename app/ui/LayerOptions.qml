pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** How one file over the map is shown. */
ColumnLayout {
    id: root

    required property LayerList layers
    required property int index
    required property string title
    required property string summary
    required property string credit
    required property var values
    required property var legend
    required property list<string> sheets
    required property list<string> fields
    required property bool terrain
    required property bool picture
    readonly property list<string> colours: ["#7b3294", "#d7191c", "#e66101", "#1a9641", "#2c7bb6", "#202020", "#808080", "#ffffff"]

    spacing: 6
    enabled: root.layers.canChange

    component Slide: ColumnLayout {
        id: slide

        required property string name
        required property string value
        property real from: -1
        property real to: 1
        property string unit: ""

        spacing: 0
        Layout.fillWidth: true
        Layout.preferredWidth: 1

        Words {
            text: slide.unit.length > 0 ? qsTr("%1: %2").arg(slide.name).arg(slide.unit) : slide.name
            muted: true
            font.pixelSize: 12
        }
        SlideBar {
            objectName: `slide-${slide.value}`
            name: slide.name
            from: slide.from
            to: slide.to
            stepSize: (slide.to - slide.from) / 20
            value: root.values[slide.value]
            Layout.fillWidth: true
            onSlid: value => root.layers.preview(root.index, slide.value, value)
            onSettled: value => root.layers.set(root.index, slide.value, value)
        }
    }
    component Line: ColumnLayout {
        id: line

        required property string name
        required property string value
        property string hint: ""

        spacing: 2
        Layout.fillWidth: true
        Layout.preferredWidth: 1

        Words {
            text: line.name
            muted: true
            font.pixelSize: 12
        }
        TextLine {
            objectName: `line-${line.value}`
            text: root.values[line.value]
            placeholderText: line.hint
            maximumLength: 300
            Accessible.name: line.name
            Layout.fillWidth: true
            onEditingFinished: {
                root.layers.set(root.index, line.value, text)
                text = Qt.binding(() => root.values[line.value])
            }
        }
    }

    Words {
        visible: text.length > 0
        text: root.summary
        muted: true
        font.pixelSize: 12
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 0
        Layout.leftMargin: -10
        Layout.fillWidth: true

        PushButton {
            objectName: "zoomToLayer"
            quiet: true
            text: qsTr("Zoom to")
            enabled: root.summary.length > 0
            onClicked: root.layers.zoomTo(root.index)
        }
        PushButton {
            objectName: "removeLayer"
            quiet: true
            text: qsTr("Remove")
            onClicked: root.layers.remove(root.index)
        }
        Item {
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "layerUp"
            name: qsTr("Move up, over the others")
            icon.source: "qrc:/qt/qml/Dateline/Ui/icons/step-up.svg"
            enabled: root.index > 0
            onClicked: root.layers.move(root.index, root.index - 1)
        }
        IconButton {
            objectName: "layerDown"
            name: qsTr("Move down, under the others")
            icon.source: "qrc:/qt/qml/Dateline/Ui/icons/step-down.svg"
            enabled: root.index < root.layers.count - 1
            onClicked: root.layers.move(root.index, root.index + 1)
        }
    }
    PushButton {
        objectName: "editScanPoints"
        visible: root.values.placed
        quiet: true
        text: qsTr("Edit points…")
        Accessible.name: qsTr("Edit the points that place “%1”").arg(root.title)
        Layout.leftMargin: -10
        onClicked: root.layers.editPoints(root.index)
    }
    Slide {
        name: qsTr("Opacity")
        value: "opacity"
        from: 0
        unit: qsTr("%1 %").arg(Math.round(root.values.opacity * 100))
    }
    ColumnLayout {
        spacing: 6
        visible: root.picture && !root.values.placed && !root.values.hillshade && !root.values.tint
        Layout.fillWidth: true

        RowLayout {
            spacing: 12
            Layout.fillWidth: true

            Slide {
                name: qsTr("Brightness")
                value: "brightness"
            }
            Slide {
                name: qsTr("Contrast")
                value: "contrast"
            }
        }
        RowLayout {
            spacing: 12
            Layout.fillWidth: true

            Slide {
                name: qsTr("Black")
                value: "low"
                from: 0
                to: 100
                unit: qsTr("%1 %").arg(root.values.low.toFixed(0))
            }
            Slide {
                name: qsTr("White")
                value: "high"
                from: 0
                to: 100
                unit: qsTr("%1 %").arg(root.values.high.toFixed(0))
            }
        }
        RowLayout {
            spacing: 12
            Layout.fillWidth: true

            Line {
                name: qsTr("Clear colour")
                value: "clear"
                hint: qsTr("none, or #ffffff")
            }
            Line {
                name: qsTr("Clear value")
                value: "noData"
                hint: qsTr("as in the file")
            }
        }
    }
    ColumnLayout {
        spacing: 2
        visible: root.terrain
        Layout.fillWidth: true

        Tick {
            objectName: "layerHillshade"
            words: qsTr("Heights as shaded hills")
            checked: root.values.hillshade
            onToggled: root.layers.set(root.index, "hillshade", checked)
        }
        Tick {
            objectName: "layerTint"
            words: qsTr("Heights as tints")
            checked: root.values.tint
            onToggled: root.layers.set(root.index, "tint", checked)
        }
        Tick {
            objectName: "layerContours"
            words: qsTr("Contours as suits the scale")
            checked: root.values.contours < 0
            onToggled: root.layers.set(root.index, "contours", checked ? -1 : 0)
        }
        Line {
            visible: root.values.contours >= 0
            name: qsTr("Metres between contours, 0 for none")
            value: "contours"
        }
    }
    ColumnLayout {
        spacing: 6
        visible: root.sheets.length > 0
        Layout.fillWidth: true

        NamedChoice {
            visible: root.sheets.length > 1
            name: qsTr("Layer of the file")
            choices: [qsTr("All of them")].concat(root.sheets)
            current: root.sheets.indexOf(root.values.layer) + 1
            onChosen: index => root.layers.set(root.index, "layer", index > 0 ? root.sheets[index - 1] : "")
            Layout.fillWidth: true
        }
        Row {
            spacing: 6

            Repeater {
                model: root.colours
                delegate: Rectangle {
                    id: swatch

                    required property string modelData
                    readonly property bool taken: root.values.colour === swatch.modelData

                    width: 24
                    height: 24
                    radius: 12
                    color: swatch.modelData
                    border.width: swatch.taken ? 3 : 1
                    border.color: swatch.taken ? root.palette.accent : root.palette.mid
                    activeFocusOnTab: true
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: qsTr("Colour %1").arg(swatch.modelData)
                    Accessible.checked: swatch.taken
                    Accessible.onPressAction: root.layers.set(root.index, "colour", swatch.modelData)
                    Keys.onSpacePressed: root.layers.set(root.index, "colour", swatch.modelData)

                    FocusRing {
                        shown: swatch.activeFocus
                        radius: 15
                    }
                    TapHandler {
                        onTapped: root.layers.set(root.index, "colour", swatch.modelData)
                    }
                }
            }
        }
        Slide {
            name: qsTr("Lines")
            value: "width"
            from: 0.25
            to: 8
            unit: qsTr("%1 pt").arg(root.values.width.toFixed(1))
        }
        NamedChoice {
            name: qsTr("Areas")
            choices: root.layers.fillNames
            current: root.values.fill
            onChosen: index => root.layers.set(root.index, "fill", index)
            Layout.fillWidth: true
        }
        NamedChoice {
            name: qsTr("Points")
            choices: root.layers.markNames
            current: root.values.mark
            onChosen: index => root.layers.set(root.index, "mark", index)
            Layout.fillWidth: true
        }
        Slide {
            name: qsTr("Size of points")
            value: "markSize"
            from: 2
            to: 24
            unit: qsTr("%1 pt").arg(root.values.markSize.toFixed(0))
        }
        NamedChoice {
            visible: root.fields.length > 0
            name: qsTr("Names from")
            choices: [qsTr("No names")].concat(root.fields)
            current: root.fields.indexOf(root.values.label) + 1
            onChosen: index => root.layers.set(root.index, "label", index > 0 ? root.fields[index - 1] : "")
            Layout.fillWidth: true
        }
    }
    Words {
        text: qsTr("Name, printed with figures")
        muted: true
        font.pixelSize: 12
    }
    TextLine {
        objectName: "layerTitle"
        text: root.title
        maximumLength: 200
        Accessible.name: qsTr("Name of the layer")
        Layout.fillWidth: true
        onEditingFinished: {
            root.layers.rename(root.index, text)
            text = Qt.binding(() => root.title)
        }
    }
    Line {
        name: qsTr("Credit, printed with figures")
        value: "credit"
        hint: root.credit
    }
    Repeater {
        model: root.legend
        delegate: RowLayout {
            id: entry

            required property var modelData

            spacing: 8
            Layout.fillWidth: true

            Image {
                source: entry.modelData.image
                sourceSize: Qt.size(24, 14)
                Accessible.ignored: true
            }
            Words {
                text: entry.modelData.text
                font.pixelSize: 12
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
    }
}
