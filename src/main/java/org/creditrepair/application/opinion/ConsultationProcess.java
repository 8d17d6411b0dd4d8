package org.creditrepair.application.opinion;

/** Puts consultations before the unit that is asked (会办). */
public interface ConsultationProcess {

    void begin(Consultation consultation);
}
