-- Whatever the last run has left under way or has handed over goes again: the history stays as it was.
create temporary table gone as select shipment_id, order_id from shipment left join post_order using (shipment_id)
where hand_off_key > ${handOffs};
analyze gone;
delete from event where shipment_id in (select shipment_id from gone);
delete from post_answer where order_id in (select order_id from gone);
delete from order_file where name in (
  select file_name from post_order where order_id in (select order_id from gone));
delete from post_order where order_id in (select order_id from gone);
delete from shipment where hand_off_key > ${handOffs};
delete from hand_off where hand_off_key > ${handOffs};
delete from dispatch where owed_since > (select coalesce(max(received_at), '-infinity') from hand_off)
  and kind <> 'STATUS_FILE';
truncate inquiry, outbox, news, cancellation, resolution, resolution_proposal;
delete from evidence where seq > ${handOffs};
delete from post_file where taken_at > (select coalesce(max(received_at), '-infinity') from hand_off);
