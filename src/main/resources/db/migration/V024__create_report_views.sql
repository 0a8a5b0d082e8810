-- What other packages may read. Months are those of Vietnam, wherever the session lives.
create view v_shipment_tally as
  select sender_province, sender_code, handed_off_at, secrecy, urgency, network, outcome, state,
    to_char(handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month
  from shipment;

create view v_report_notice as
  select occasion, recipient, owed_since, sent_at from notice
  where kind = 'REPORT' and recipient_role = 'DEPARTMENT';

grant select on v_shipment_tally, v_report_notice to "${app}";
