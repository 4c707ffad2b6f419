"""Words that foreign tables print over their columns, in German, Spanish, Russian and Chinese, by what they mean.

Capitals, blanks and hyphens do not count. They serve a proposal that a person reads; a build takes columns only by the
spellings of the contract or by a mapping.
"""

from collections.abc import Mapping
from typing import Final

from graphkit.sources.plain_tables.columns import column_key

_WORDS: Final[Mapping[str, str]] = {
    "imo": "imo_nr imo_nummer schiff_imo schiffs_imo número_imo numero_imo номер_имо имо имо_номер imo号 "
    "imo编号 船舶imo",
    "company_imo": "imo_firma firmen_imo owner_imo imo_empresa número_imo_de_la_empresa имо_компании 公司imo 公司imo号",
    "ship_name": "schiff schiffsname name_des_schiffes buque nombre_del_buque nombre_buque nave судно название_судна "
    "имя_судна 船名 船舶名称 船舶",
    "former_names": "frühere_namen früherer_name ehemaliger_name nombres_anteriores nombre_anterior прежнее_название "
    "прежние_названия 曾用名 原船名",
    "flag": "flagge flaggenstaat bandera pabellón pabellon флаг флаг_государства 船旗 船旗国",
    "call_sign": "rufzeichen indicativo distintivo_de_llamada позывной 呼号",
    "mmsi": "mmsi_nummer mmsi_nr número_mmsi numero_mmsi ммси",
    "type": "schiffstyp tipo_de_buque тип_судна 船舶类型 船型",
    "gt": "bruttoraumzahl brz arqueo_bruto валовая_вместимость 总吨 总吨位",
    "dwt": "tragfähigkeit tragfaehigkeit tpm peso_muerto дедвейт 载重吨",
    "built": "baujahr año_de_construcción ano_de_construccion год_постройки 建造年份 建造年",
    "status": "zustand estado статус 状态",
    "owner": "owner owner_name eigentümer eigentuemer eigner propietario собственник владелец судовладелец 船东 所有人 "
    "船舶所有人",
    "registered_owner": "eingetragener_eigentümer propietario_registrado зарегистрированный_владелец 登记船东 注册船东",
    "beneficial_owner": "wirtschaftlich_berechtigter beneficiario_final бенефициар 实际控制人 受益所有人",
    "ship_manager": "reederei bereederer gestor gestor_naval управляющая_компания менеджер 管理公司 船舶管理人",
    "operator": "betreiber operador naviera оператор судовой_оператор 经营人 运营商",
    "role": "rolle funktion rol función роль должность 角色 职务",
    "company": "firma gesellschaft unternehmen empresa sociedad compañía compania компания общество организация "
    "公司 公司名称 企业名称",
    "holder": "gesellschafter aktionär anteilseigner inhaber accionista socio акционер участник учредитель "
    "股东 股东名称",
    "director": "geschäftsführer geschaeftsfuehrer vorstand direktor administrador директор генеральный_директор 董事",
    "share": "anteil anteile beteiligung anteil_in_prozent quote participación participacion porcentaje доля "
    "доля_участия "
    "持股比例 出资比例 股权比例",
    "shares_held": "stückzahl anzahl_aktien anzahl_anteile acciones número_de_acciones количество_акций 持股数",
    "total_shares": "aktien_gesamt gesamtzahl_der_aktien total_de_acciones всего_акций 总股数",
    "registration_number": "registernummer handelsregisternummer hrb número_de_registro numero_de_registro огрн "
    "регистрационный_номер 注册号 统一社会信用代码",
    "country": "land sitzland país pais страна 国家 国籍",
    "address": "anschrift adresse dirección direccion domicilio адрес 地址 注册地址",
    "since": "seit ab beginn wirksam_ab desde desde_fecha fecha_de_inicio с с_даты дата_начала 起始日期 生效日期",
    "until": "bis ende hasta fecha_de_fin по по_дату дата_окончания 截止日期 结束日期",
    "birth_date": "geburtsdatum fecha_de_nacimiento дата_рождения 出生日期",
    "source": "quelle fuente источник 来源",
    "name": "bezeichnung nombre наименование имя название 名称 姓名",
    "entity": "gelistete_partei sancionado лицо 受制裁方",
    "listed": "gelistet_am listungsdatum fecha_de_inclusión дата_включения 列入日期",
    "authority": "behörde autoridad орган 制裁机构",
}
MEANINGS: Final[Mapping[str, str]] = {
    column_key(word): meaning for meaning, words in _WORDS.items() for word in (*words.split(), meaning)
}
"""What a column's key means."""

COLUMN_FOR: Final[Mapping[str, Mapping[str, str]]] = {
    "entities": {"ship_name": "name", "company": "name"},
    "links": {"since": "start", "until": "end", "holder": "from", "owner": "from", "company": "to"},
    "events": {
        "imo": "vessel_imo",
        "ship_name": "vessel_name",
        "mmsi": "vessel_mmsi",
        "since": "start",
        "until": "end",
    },
}
"""Where a part calls a meaning otherwise than by its own name."""
